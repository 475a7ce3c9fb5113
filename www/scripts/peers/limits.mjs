// What a step may cost beside other stacks, as parts of their time in the same run.

/** On equal work every slot is computed; the other rows of ours leave out what no result depends on. jax-js is the fastest of the others. */
const LIMITS = [
  { ours: "ours-every-slot", other: "jaxjs-wasm-1", limits: { S: 1 / 4, M: 1 / 5, L: 1 / 5 } },
  { ours: "ours", other: "torch-1", limits: { S: 1, M: 1, L: 1 } },
  { ours: "ours-native", other: "torch-1", limits: { S: 1, M: 1.5, L: 1.5 } },
  { ours: "ours-webgpu", other: "jaxjs-webgpu", limits: { S: 1, M: 1, L: 1 } },
  { ours: "ours-webgpu", other: "tfjs-webgpu", limits: { S: 1 / 2, M: 1 / 2, L: 1 / 2 } },
];

/** The quotients of a run that have a limit, as measurements of the bench. */
export function againstLimits({ rows }) {
  const time = (name, size) => rows.find((row) => row.case === size && row.peer === name)?.step_ms;
  const found = LIMITS.flatMap(({ ours, other, limits }) =>
    Object.entries(limits).map(([size, limit]) => {
      const value = time(ours, size) / time(other, size);
      return { name: `step, ${size}: ${ours} / ${other}`, unit: "", value, limit };
    }),
  );
  return found.filter(({ value }) => Number.isFinite(value));
}
