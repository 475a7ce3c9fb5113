// What stands around the settings of a run: which of them go together, what it will take, when it ends and rests.
import { plural } from "./plural";
export const bench = {
  preset: "Preset",
  presets: { quick: "Quick look", lecture: "Lecture", published: "As published" },
  presetTitles: {
    quick: "A few epochs: enough to see a curve rise",
    lecture: "The defaults for this data",
    published: "The settings behind the paper’s table, Beauty. They are large: look below at what they take.",
  },
  /** A choice with its time, where one was measured. */
  withTime: (name: string, time: string) => `${name}, ${time}`,
  careful: "Careful: 3 seeds",
  carefulTitle: "In Compare, with so many epochs: three seeds give an interval that one run cannot give",

  title: "What it will take",
  devices: { cpu: "CPU", webgpu: "WebGPU" },
  theDevice: { cpu: "the CPU", webgpu: "WebGPU" },
  seconds: (n: string) => `${n} s`,
  minutes: (n: string) => `${n} min`,
  hours: (n: string) => `${n} h`,
  memory: "memory",
  steps: "steps, at most",
  file: "to keep",
  about: (value: string) => `about ${value}`,
  /** In the control row. */
  short: (steps: string) => `At most ${plural(steps, "step")}.`,
  shortWithTime: (steps: string, time: string, device: string) =>
    `At most ${plural(steps, "step")}, about ${time} on ${device}.`,
  early: "A run that no longer improves ends earlier.",
  limited: (minutes: string) => `It ends with the first step after ${minutes} min.`,

  measure: "Measure",
  again: "Measure again",
  measuring: { cpu: "Timing three steps on the CPU…", webgpu: "Timing three steps on WebGPU…" },
  untimed: "Times are measured, not guessed: a press times three steps on each device.",
  failed: "The steps could not be timed.",
  taken: (device: string, times: string) => `On ${device}: ${times} times faster here.`,
  faster: (device: string, times: string) => `${device} is ${times} times faster here.`,
  same: (device: string) => `On ${device}: both are about as fast here.`,
  bySteps: (ago: string) => `Three steps were timed on each device ${ago}.`,
  oneBySteps: (device: string, ago: string) => `Three steps were timed on ${device} ${ago}.`,
  byRun: (device: string, ago: string) => `Timed on ${device} in a run that ended ${ago}.`,
  noGpu: "No GPU can train here.",
  measuredFaster: "It was measured to be the faster one here.",

  limit: "Time limit, minutes",
  noLimit: "none",
  rests: "Pause while the page is hidden",
  awake: "While a run goes on, the screen stays on where the browser can do that.",
};
