import type { SectionId } from "../article";

interface SectionWords {
  readonly title: string;
  readonly text: readonly string[];
}

const sections: Readonly<Record<SectionId, SectionWords>> = {
  next: {
    title: "What comes next?",
    text: [
      "Somebody looks at folding poles, then at a rain poncho, then at a phone gimbal. What will they look at next? A [[sequential-recommender|sequential recommender]] answers by putting every item of the catalogue in order, best guess first. It has seen thousands of such visits and nothing else. To it an item is a number, and behind the number an [[embedding]]: a few dozen values, shaped by training so that things which follow each other fit together.",
      "Since about 2018 the usual machine for this is [[attention]].[^sasrec] Each click looks at itself and back at the clicks before it, and gives every one a [[score]]; a [[softmax]] turns the scores of a row into attention weights that add up to 1. To look, a click sends out a query; to be found, it shows a key; what is then passed on is a third vector, the value ([[query-key-value|query, key, value]]). A [[mask]] hides the future. Several [[head|heads]] look at once, each with a slice of the width, and [[layer|layers]] are stacked, so that a click can look at clicks that have already looked. The list is read from the last click’s final vector.",
    ],
  },
  side: {
    title: "What we know besides the number",
    text: [
      "A shop knows more than numbers. The gimbal is made by Ostrel, it belongs to video, it is cheap. Each such property is an [[attribute]]; together with the place in the visit they are the [[side-information|side information]]. It helps most where numbers alone are thin: if an item has few visits, a shared brand may be the only thread from a gimbal to a spade. It can also be worthless: in one of this page’s shops, where attributes are shuffled, it cannot help.",
    ],
  },
  fuse: {
    title: "Three places to fuse",
    text: [
      "Where should side information enter? [[early-fusion|Early fusion]] mixes it in at the input: item, position, brand and category become one vector, by adding or by a learned map, and ordinary attention follows. One score map has to serve everything.",
      "[[late-fusion|Late fusion]] keeps two stacks, one over items and one over attributes, and joins them at the output.",
      "[[decoupled-fusion|Decoupled fusion]], proposed with DIF-SR,[^difsr] joins in the middle. Item, position and every attribute keep queries and keys of their own and draw score maps of their own. The maps are [[fused]], by adding, by a learned map or with a [[gate]], and only then comes one softmax. What is passed on is the item’s value alone.",
      "Attributes steer where the model looks, anew in every layer, and never enter what is seen there. With a single click they can therefore do nothing: a softmax over one score is always 1.",
      "Training has a second task. From the same final vector the model must also predict the attributes of the next item. This attribute [[loss]] is added to the main one with a loss weight, [[lambda|λ]].",
    ],
  },
  rank: {
    title: "Rank: how much one map can hold",
    text: [
      "The first argument for decoupling is about [[rank]], the number of independent patterns in a table. The scores of one head are a product of queries and keys, and a product d columns wide has rank d at most, however long the visit. Early fusion has one such product. Decoupled fusion adds several, and their ceilings add up: item, position, each attribute.",
      "With {n_long} clicks and heads of width {d_h}, early fusion stops at {rank_e}; with {d_a} columns for each of three attributes, decoupled fusion reaches {widths_sum} = {rank_d}. You see a cliff in the [[singular-values|singular values]].",
      "Three cautions belong to the picture. It concerns scores before the softmax: behind a causal softmax every map has full rank in exact arithmetic. The ceilings bind only if there are more clicks than a head is wide: with {n_short} clicks and width {d_wide} both models reach {rank_short}, and more there is not. And they are ceilings: a visit to one brand lets brand add one pattern at most, and a visit that repeats two items stays poor whatever the widths. More rank is more room. That the room is used, and used well, is another claim.",
    ],
  },
  gradients: {
    title: "Gradients: who hears what",
    text: [
      "The second argument concerns training. A [[gradient]] tells a vector how to change so that the loss falls. If vectors are added at the input, all of them receive the same gradient at a click, exactly: their [[cosine]] is {cos_add}. Item and brand cannot be taught different things there. In decoupled fusion each source receives what comes back through its own queries and keys, and the arrows differ.",
      "Independent they are not, strictly speaking: all start from one shared quantity, the loss’s pull on the fused score. Nor does a low cosine prove anything. Early fusion with a learned map shows low cosines, too ({cos_cat} on average here), although its gradients are fixed images of a single message. The honest measure is the share of the brand’s gradients that the best linear map from the item’s leaves over: {res_cat} in this early fusion, {res_dif} in decoupled fusion, whose brand vectors are narrower than its item vectors.",
    ],
  },
  paper: {
    title: "What the paper shows, and what it does not",
    text: [
      "On four data sets DIF-SR has the best number in each of the {paper_rows} rows that this page prints from its table, often by little: on Beauty [[ndcg|NDCG@10]] {paper_ndcg} against {paper_ndcg_next}, [[recall|Recall@20]] {paper_recall} against {paper_recall_next}. There are no error bars.",
      "The released code and its logs tell more.[^code] The attribute tables are never trained, because the optimiser never sees them. DIF-SR’s runs behind the table read the last 7 clicks (10 on Yelp) with heads 64 or 128 wide, so no map could hit its ceiling; the rank figure, 32 against 48, fits another setting (256 / 8 = 32, 50 places), and its script is not public.",
      "And a table of counts, a [[markov-floor|Markov floor]] over five clicks, reaches NDCG@10 {counts_ndcg} on a Beauty log of the same size,[^s3rec] above every model of the table, with a lower Recall@20 ({counts_recall}). None of this says that decoupling is wrong. It says that “higher rank, therefore better” is not what the table shows.",
    ],
  },
  measures: {
    title: "What this page measures",
    text: [
      "The page draws its shops from a [[planted-rule|planted rule]], so the [[best-possible|best possible]] result is known, and floors stand beside every curve. Models train in front of you, [[epoch]] by epoch. Results carry a [[standard-error|standard error]]; where intervals overlap, the page says “cannot be told apart”. In the brand-loyal shop decoupled fusion is ahead of additive early fusion with each of {seeds} seeds (mean test NDCG@10 {ndcg_dif} against {ndcg_early}). In the shop with shuffled attributes it is level with a model without any ({useless_dif}, {useless_none}), and a table of counts does at least as well ({useless_counts}).",
      "The page also asks what explanations are worth. The parts of a fused score are exact, but a softmax sees differences only. In a visit of {n_onebrand} clicks of one brand, brand makes up {part_onebrand} % of the score parts where the last click looks most, and switching it off changes nothing: the first item of the list has {p_onebrand} % with it and {p_onebrand_off} % without. Such a switch is an [[ablation]]: a test of this model, not a share.",
      "Every method answers one question. Counted over all [[held-out]] clicks (“Is it true?” opens with those in the model’s top ten), which earlier click led to the next is better found by taking clicks out ({q1_loo} % right, chance {q1_loo_c}) than in the attention ({q1_att} %); what pointed to it, by the attention part within its row ({q2_part} %, chance {q2_part_c}) rather than by switching sources off ({q2_off} %). Attention shows where a model looks, not why it decides;[^jain][^wiegreffe] and an explanation explains the model, not the visitor.",
    ],
  },
  came: {
    title: "What came after",
    text: [
      "DIFF[^diff] runs an early and a decoupled stream and mixes their answers. MSSR[^mssr] adds scores between different sources, which raises the ceiling no further. TASIF[^tasif] goes back, in its core, to one product. All three inherited the untrained tables. Meanwhile eSASRec[^esasrec] took plain SASRec with another loss: where .0605 was usually reported as its Recall@10 on that Beauty log, the authors’ repository reports .0921, with items already seen left out. Much of what separates printed numbers is how a model was trained. So train both with the same care, and look.",
    ],
  },
};

export const article = {
  title: "How a recommender uses what it knows about things",
  minutes: "Six minutes to read",
  print: "Print the article",
  contents: "Parts of the article",
  /** Of a term: where it can be seen. */
  see: (panel: string) => `See it in “${panel}”`,
  sections,
  stamp: "The paper’s numbers",
  ofPaper: "Xie, Zhou and Kim, SIGIR 2022, and the released code; not measured here, but for the table of counts.",
  symbols:
    "E, R, X: vectors of a source, mixed, of the item. Q, K: queries and keys of a source s; W: learned; M: the mask; LN: a normalisation; S: scores; O: what is passed on; d: widths, with h that of a head.",
  spectrum: {
    early: "Early fusion",
    earlyShort: "Early",
    decoupled: "Decoupled fusion",
    decoupledShort: "Decoupled",
    stops: (rank: string) => `stops at ${rank}`,
    ratio: "σ / σ₁",
    axis: "singular value, largest first",
    noise: "rounding noise, not counted",
    noiseShort: "noise",
    full: "Both fill all clicks",
    label: (early: string, decoupled: string) =>
      `Singular values of one head’s scores, largest first: early fusion falls off after ${early}, decoupled fusion after ${decoupled}.`,
    caption: (n: string, seed: string) =>
      `Singular values of one head’s scores in a model that has learned nothing: ${n} random clicks, seed ${seed}. Counted by the engine on this page.`,
  },
  numbersLive:
    "This page’s own numbers in the text were asked of its engine just now, of the models that come with the page. What takes a training or minutes of counting was recorded on {date}.",
  numbersRecorded:
    "This page’s own numbers in the text were recorded on {date}, with the models that come with the page.",
  references: "References",
  reference: (number: string) => `Reference ${number}`,
  glossary: (terms: string) => `The ${terms} terms of this page`,
};
