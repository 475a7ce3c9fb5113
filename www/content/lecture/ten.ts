// Ten minutes, five, and one, on the shop "brand loyal" with the model that comes with it. The visitor of the lecture is test session 396:
// the last click shares its brand with exactly one earlier click, two or more steps back and from another department, and the next click
// is of the type that follows that one.
import { cut, type Lecture } from "./lecture";
import { NINTH, VISITOR } from "./visitor";

/** The eight clicks, as in a link. */
const CLICKS = VISITOR.join(".");
/** Five clicks of one brand. */
const ONE_BRAND = "50.55.61.66.71";

export const ten: Lecture = {
  id: "ten",
  base: "projector=1&data=brand_loyal",
  steps: [
    {
      name: "session",
      set: "view=session,next&panel=next",
      clicks: [
        { seconds: 12, set: "s=39" },
        { seconds: 14, set: "s=39.234.41" },
        { seconds: 14, set: "s=39.234.41" },
      ],
    },
    {
      name: "side",
      set: `view=session,next&panel=next&k=5&s=${CLICKS}`,
      clicks: [
        {
          seconds: 20,
          set: "quiz=396",
          covers: ["next"],
          guess: { kind: "item", items: [76, 95, 225, NINTH] },
        },
        { seconds: 13, set: "quiz=396.1" },
        { seconds: 18, set: "quiz=396.1" },
        { seconds: 14, set: "quiz=396.1", shows: ["next-attributes"] },
      ],
    },
    {
      name: "onemap",
      set: `view=why&panel=why&s=${CLICKS}&form=fused&layer=1&head=1`,
      clicks: [
        { seconds: 18, set: "cell=8.8&cover=row", shows: ["fused-map"], guess: { kind: "click" } },
        { seconds: 12, set: "cell=8.6", shows: ["fused-map"] },
        { seconds: 25, set: "layer=2&head=mean&cell=8.6", shows: ["fused-map"] },
      ],
    },
    {
      name: "fivemaps",
      set: `view=why&panel=why&s=${CLICKS}&layer=1&head=1`,
      clicks: [
        { seconds: 12, set: "cell=8.6", shows: ["maps"] },
        {
          seconds: 14,
          set: "cell=8.6",
          shows: ["maps"],
          covers: ["maps"],
          guess: { kind: "parts", least: -3, most: 15 },
        },
        { seconds: 14, set: "cell=8.6", shows: ["maps"] },
        { seconds: 20, set: "cell=8.8", shows: ["maps"] },
      ],
    },
    {
      name: "whatif",
      set: `view=next,why&panel=why&k=5&s=${CLICKS}&base=${CLICKS}&item=221`,
      clicks: [
        {
          seconds: 15,
          shows: ["what-if"],
          covers: ["what-if"],
          guess: { kind: "number", axis: "rank", least: 1, most: 240, start: 1, isLog: true },
        },
        { seconds: 9, set: "off=B", shows: ["what-if"] },
        { seconds: 14, set: "off=I", shows: ["what-if"] },
        { seconds: 12, shows: ["what-if"] },
      ],
    },
    {
      name: "truth",
      set: `view=next,why&panel=why&k=5&s=${ONE_BRAND}&head=mean`,
      clicks: [
        {
          seconds: 16,
          shows: ["row"],
          guess: { kind: "number", axis: "percent", least: 0, most: 100, start: 44 },
        },
        { seconds: 12, set: "off=B", shows: ["row"] },
        { seconds: 13, set: "view=truth&panel=truth", shows: ["which"] },
        { seconds: 14, set: "view=truth&panel=truth", shows: ["pointed"] },
      ],
    },
    {
      name: "fusion",
      set: `view=fused&panel=fused&s=${CLICKS}`,
      clicks: [
        { seconds: 14, set: "way=early", shows: ["fused"] },
        { seconds: 14, set: "way=decoupled", shows: ["fused"] },
        { seconds: 17, set: "view=side&panel=side&ab=dif_sr.sasrecf-add", shows: ["side"] },
      ],
    },
    {
      name: "rank",
      set: "view=rank&panel=rank&weights=random&n=24&dh=4&da=2&heads=8",
      clicks: [
        { seconds: 13, set: "cover=decoupled", shows: ["rank"] },
        { seconds: 11, set: "cover=decoupled", shows: ["rank"] },
        {
          seconds: 14,
          set: "cover=decoupled",
          shows: ["rank"],
          guess: { kind: "number", axis: "patterns", least: 1, most: 24, start: 4 },
        },
        { seconds: 16, shows: ["rank", "rank-numbers"] },
        { seconds: 16, set: "n=8&dh=16&da=8&heads=2", shows: ["rank", "rank-numbers"] },
      ],
    },
    {
      name: "gradients",
      set: `view=gradients&panel=gradients&s=${CLICKS}.${NINTH}&with=sasrecf-add&wide=1&source=B&moment=backward`,
      clicks: [
        {
          seconds: 15,
          shows: ["gradients"],
          covers: ["gradients"],
          guess: { kind: "number", axis: "cosine", least: -1, most: 1, start: 0 },
        },
        { seconds: 13, shows: ["gradients"] },
        { seconds: 12, shows: ["gradients"] },
        { seconds: 15, set: "with=sasrecf", shows: ["residual"] },
      ],
    },
    {
      name: "train",
      set: `view=next,compare&panel=compare&k=5&s=${CLICKS}&cmp=dif_sr.sasrecf-add&cmp-epochs=20`,
      clicks: [
        { seconds: 17, shows: ["compare"], trains: true, guess: { kind: "bet", of: 3 } },
        // Whoever comes here by a link, or loads the page anew, has them trained, too; the last is also of the five minutes, which train none.
        { seconds: 11, shows: ["compare"], trains: true },
        { seconds: 15, shows: ["compare"], trains: true },
        { seconds: 17, shows: ["compare"] },
      ],
    },
    {
      name: "matter",
      set: "view=paper&panel=paper",
      clicks: [
        { seconds: 14, shows: ["paper-table"] },
        { seconds: 11, set: "view=fused&panel=fused", shows: ["cost"] },
      ],
    },
    { name: "yours", set: `view=session&panel=session&s=${CLICKS}`, clicks: [{ seconds: 11 }, { seconds: 9 }] },
  ],
};

/** 4:55. The runs are the recorded ones. */
export const five: Lecture = cut(
  "five",
  ten,
  [
    ...["session:1", "side:0", "side:1", "side:2", "fivemaps:0", "fivemaps:2", "whatif:0", "whatif:1"],
    ...["truth:0", "truth:1", "fusion:0", "fusion:1", "rank:0", "rank:1", "rank:3", "rank:4"],
    ...["gradients:0", "gradients:1", "gradients:2", "train:3", "yours:0"],
  ],
  ["side:0", "whatif:0", "truth:0", "gradients:0"],
);

/** 0:55: no rank and no gradients, in a minute they would only be claims. */
export const one: Lecture = cut("one", ten, ["side:2", "fivemaps:2", "whatif:1", "fusion:1"]);

export const LECTURES: readonly Lecture[] = [ten, five, one];
