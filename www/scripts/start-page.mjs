// From engines that are not built yet to the page in the browser: served as soon as the first engine is there, and anew with each
// one that comes. A page that is open keeps its files, and asks engines.json for the GPU engine when a visitor wants to train on it.

/**
 * # What it works with
 * - `engines`: `{ name, title, use }` in the order of their need; without the first there is no page
 * - `isBuilt(name)`, `build(name)`
 * - `buildPage(names)`: makes the page of these engines and resolves to its folder
 * - `open({ mounts, answers })`: starts the server, which keeps reading both, and resolves to `{ origin, note }`
 * - `folderOf(name)`: where an engine's files are
 * - `screen`: takes what is said
 * # Result
 * The titles of the engines that could not be built. The server goes on without them.
 */
export async function startPage({ engines, isBuilt, build, buildPage, open, folderOf, screen }) {
  const states = new Map(engines.map(({ name }) => [name, isBuilt(name) ? "ready" : "waiting"]));
  const there = () => engines.map(({ name }) => name).filter((name) => states.get(name) === "ready");
  const mounts = {};
  const served = [];

  const buildOne = async ({ name }) => {
    states.set(name, "building");
    try {
      await build(name);
      states.set(name, "ready");
    } catch (error) {
      states.set(name, "failed");
      throw error;
    }
  };
  const servePage = async () => {
    // Pages that are open go on asking for files of the build that they are of.
    served.unshift(await buildPage(there()));
    mounts["/"] = [...new Set(served)];
    for (const name of there()) mounts[`/engines/${name}/`] = folderOf(name);
  };
  const answers = {
    "/engines.json": () => Object.fromEntries([...states].map(([name, state]) => [name, { state }])),
  };

  const [first, ...others] = engines;
  if (!there().includes(first.name)) await buildOne(first);
  await servePage();
  const { origin, note } = await open({ mounts, answers });
  const missing = others.filter(({ name }) => !there().includes(name));
  if (note) screen.say(note);
  screen.say(`\nDIF-SR Lab: ${origin}\nCtrl+C ends it.`);
  if (missing.length > 0) {
    const titles = missing.map(({ title }) => title).join(" and the ");
    screen.say(`\nStill to be built: the ${titles}.\nThe page works, and takes each as it comes.`);
  }
  const failed = [];
  for (const engine of missing) {
    try {
      await buildOne(engine);
      await servePage();
      screen.say(engine.use);
    } catch (error) {
      failed.push(engine.title);
      screen.say(`\n${error.message}\n\nThe page goes on without the ${engine.title}.`);
    }
  }
  return failed;
}
