/** Fourteen tasks of three levels. The {places} of a "far" sentence are numbers and names that the page fills in; none stands here. */
export const exercises = {
  lede: "Fourteen tasks, checked here against the engine’s own numbers. Nothing leaves your device.",
  levels: { look: "Look", change: "Change", argue: "Argue" },
  states: {
    new: "not tried yet",
    almost: (percent: string) => `${percent} % of the way`,
    solved: "solved",
  },

  notKept: {
    blocked: "This browser keeps nothing for this page: what you solve is known until you leave it. Note the codes.",
    full: "This browser has no room left for this page: what you solve is known until you leave it. Note the codes.",
  },
  start: "Start",
  underWay: "Under way, above this list.",
  leave: "Back to my own state",
  hint: "Hint",
  answer: "One way to do it",
  step: "Next step of the answer",
  again: "Begin again",
  /** Short, to be read out in class. */
  code: (code: string) => `Code ${code}`,
  yourWords: "Your own words (they stay here)",
  lock: "Lock it and show ours",
  ours: "Ours",
  teaches: "What it teaches",
  checking: "Counting.",
  solvedSay: "Solved.",
  farOff: "This has left the session that the task begins with. “Begin again” brings it back.",
  farNothing: "There is nothing to measure here yet.",
  farFirst: "Change something: the page says how far you are.",
  choose: "Choose",

  tasks: {
    "brand-largest": {
      title: "Make brand the largest part",
      task: "Add one click so that the last click gives at least half of its attention to an earlier one (not the one just before it), and brand is at least half of the parts there. Layer 1, mean of heads.",
      hint: "A brand can call an older click back. Which brands are in the session already?",
      teaches:
        "A shared brand makes the model look back, and at one cell the parts say exactly which source made the score.",
      far: "{last} gives {weight} to {seen}, 0.50 are needed; brand has {share} % there.",
    },
    "one-click": {
      title: "One click decides",
      task: "Take one click out so that the first prediction changes.",
      hint: "It is not the last click. Which earlier one shares something with it?",
      teaches:
        "What a click is worth is seen by taking it out; six of the eight may go, one at a time, and nothing changes at the top.",
      far: "Without {gone} Seed compost is still first, with {p} %; {second} follows with {p2} %.",
    },
    "source-gains": {
      title: "A source that is in the way",
      task: "Switch one source off so that the first item’s probability rises by at least a fifth.",
      hint: "Five sources, five tries. Not every source helps every answer.",
      teaches: "Losing a source can help an answer, so the losses of an ablation cannot be shares of anything.",
      far: "{source} off: {p} % instead of {p0} %; {goal} % are needed.",
    },
    "one-item": {
      title: "One click, nothing to weigh",
      task: "Make a session of one click and switch each of the five sources off, one at a time. Then choose why nothing moves.",
      hint: "How many numbers go into the softmax of a one-click row?",
      teaches: "In DIF-SR attributes steer attention and nothing else.",
      far: "{k} of 5 sources tried, largest change {d} points.",
      choices: [
        "The item has no brand.",
        "A softmax over one score is 1, whatever the score.",
        "The model was trained without attributes.",
      ],
      ours: "One score gives attention weight 1, so no source can steer anything; what is passed on is the item’s value. In early fusion attributes sit inside the vector and count even for one click.",
    },

    "swap-order": {
      title: "Same clicks, other order",
      task: "Move one click so that the first prediction changes. Nothing is added, nothing removed.",
      hint: "Small moves near the end are enough. What should stand last but one?",
      teaches: "Order is information; position is a source of its own, and “how long ago” changes what is recalled.",
      far: "{moved} moved from {from} to {to}: Seed compost still first, {p} %.",
    },
    "position-only": {
      title: "A head that looks only at position",
      task: "Find an example session, a layer and a head whose last row is what position alone would give, and no other source would.",
      hint: "Layer 2 is more about position than layer 1. Go through the examples.",
      teaches:
        "A head is not “the position head”: even the best (layer 2, head 2) does this in 37 % of the test sessions. Names for heads come from looking at few examples.",
      far: "Position alone would give {ov} % of this row, 90 are needed.{other}",
      /** Fills {other} where another source gives too much of the row; the space before it belongs to it. */
      other: " {source} alone would give {ov2} %, too.",
    },
    "equal-rank": {
      title: "Make both models equally ranked",
      task: "Make early and decoupled fusion reach the same rank, with at least eight clicks. Which slider is enough alone, and which is not?",
      hint: "Early fusion is full at the smaller of two numbers. Which?",
      teaches: "The bottleneck is width against length. A short session hides it, a wide head removes it.",
      far: "Early {e}, decoupled {d}, of {n} clicks.",
    },
    "few-values": {
      title: "Long but poor",
      task: "Build a session of at least fourteen clicks in which decoupled fusion reaches no more than 6 patterns. The widths stay.",
      hint: "An attribute is a function of the item. How few items can fourteen clicks have?",
      teaches:
        "14 is a ceiling by widths; values that repeat keep the rank below it. Fourteen is not “the rank of DIF-SR”.",
      far: "{n} clicks of {r} different items: rank {d}, at most 6 is the goal.",
    },
    "cosine-one": {
      title: "Cosine 1.000, and how to break it",
      task: "First make every cosine 1.000. Then break it without leaving early fusion, and read the residual. Is the message a new one?",
      hint: "Early fusion comes in two kinds: adding, and concatenating with a map.",
      teaches: "“The same gradient” is exact for adding only; a low cosine alone is no sign of independence.",
      far: "Smallest cosine {c}; 1.000 is needed first.",
      farThen: "All cosines are 1.000: the vectors are still added.",
      choices: ["No: two fixed maps of one message.", "Yes: the arrows differ.", "It cannot be told."],
    },
    "beat-markov": {
      title: "Beat a table of counts",
      task: "Train a model whose validation NDCG@10 is clearly above Markov: the intervals must not overlap.",
      hint: "Before you touch anything else: has the curve stopped rising?",
      teaches:
        "The floor comes first. And one floor is not all floors: windowed Markov, .267 ± .014, is not clearly beaten on these 600 sessions even then; the test of 3,000 tells them apart (.303 against .260, ± .006).",
      far: "{v} ± {se} against Markov’s {m} ± {sem}: {gap} short.",
    },

    "silent-brand": {
      title: "Loud and silent",
      task: "Build a session of at least four different clicks in which brand is at least half of the parts, and yet switching brand off changes no probability. Then write why.",
      hint: "A softmax does not see what is the same for all.",
      teaches:
        "What counts is a source’s difference within the row, not its size. It holds whatever values the parameters have.",
      far: "Brand has {share} %; without it {item} moves by {d} points.",
      ours: "All clicks have the same brand, so brand adds the same number to every cell of a row, in every head and layer. A softmax is unchanged when the same number is added to all its inputs. The part is exact and says nothing.",
    },
    disagree: {
      title: "Two explanations, two answers",
      task: "Find a session where what stands out in the attention and what costs most when switched off are different sources, for the first prediction. Which one would you tell the visitor, and as an answer to what?",
      hint: "Let the last click be the only one of its brand, among clicks of one department.",
      teaches: "Attention is not explanation of the answer; every explanation answers one question.",
      far: "Both say {source}: it stands out by {d}, and off it costs most ({p0} → {p} %).",
      ours: "What stands out says what turned this head’s look; switching off asks what the whole model needs for this answer, without retraining. Here brand turned the look, and in the way of the first item. Neither says what the visitor had in mind.",
    },
    useless: {
      title: "Useless attributes",
      task: "In the shop with shuffled attributes, show that they are useless: train one system with them and one without, same seed, at least ten epochs. Then: would switching them off in one model have shown the same?",
      hint: "DIF-SR and SASRec, 20 epochs: less than a minute.",
      teaches: "A control experiment; decoupled fusion must not win here, and does not. A table of counts wins.",
      far: "{k} of 2 systems trained.",
      farThen: "{a} ± {sa} and {b} ± {sb}: the intervals do not overlap.",
      ours: "No. A trained model may lean on shuffled attributes as on a second item number, and then switching them off would hurt although they are useless. (Here it hardly does, .548 → .543, although they have 60 % of the parts in layer 1.) “Not needed” is shown by training without.",
    },
    "lambda-hurts": {
      title: "Too much of a helper",
      task: "Choose λ so that the attribute loss clearly hurts: train once with λ 2 and once with yours, everything else equal. Then explain what the model was busy with.",
      hint: "The losses are added. What happens to the next-item loss when attributes weigh ten times as much?",
      teaches: "An auxiliary loss is a bargain; whether it helps at all is not visible here with one seed.",
      far: "λ {l}: {v} ± {se}. λ 2: {v0} ± {se0}. The intervals still overlap by {o}.",
      ours: "One state has to serve all predictions. With a large λ it is shaped to tell department, brand and price of the next item; what tells items of one brand apart suffers. Measured: from λ 2 to 20 the mean log-probability of the true item falls by .22, and .20 of that is within its brand. The paper’s 5 and 10 do not carry over: its loss is a mean over 354 categories and more, ours over 4 price bands.",
    },
  },
};
