// The page's own script did not arrive, or the browser did not take it: a page that was opened as a file, a server that calls scripts
// something else. index.html has a sentence for either, and shows it while there is nothing in its place.
addEventListener(
  "error",
  ({ target }) => {
    if (target.type === "module") document.documentElement.dataset.unstarted = location.protocol;
  },
  // Such an error is told to the element alone, and is met on its way down.
  true,
);
