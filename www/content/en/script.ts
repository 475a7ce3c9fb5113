// What the lecture says: on the wall a title and a sentence, in the notes what to do, what to say, what to answer if asked, and what to do if it
// fails. {places} are numbers that the page asks of its own engine; none stands here. A line of the wall has at most 62 characters.
export const script = {
  session: {
    name: "Session",
    clicks: [
      {
        title: "A visitor clicks. What comes next?",
        text: "After every click, a small model ranks all 240 items.",
        does: "Nothing: Folding poles is added.",
        say: "This is a shop with two hundred and forty items. One visitor has clicked folding poles, and the model has already ranked everything that could come next.",
      },
      {
        title: "Every click changes the list",
        text: "It had put Rain poncho first, and Rain poncho was clicked.",
        does: "Point at the list while Long-spout can and Rain poncho are added.",
        say: "Two more clicks, and the list changes each time. Before the third it had the rain poncho first, at {p_poncho} per cent, and that is what the visitor took. Predicting the next item is the whole task.",
      },
      {
        title: "The bar is the model, the tick is the truth",
        text: "We made this shop, so the true probabilities are known.",
        does: "Point at one bar and its tick.",
        say: "The bar is what the model believes. The small tick is the truth: we made this shop from a rule, so we know the real probability of every next click. Nobody has that for real visitors.",
      },
    ],
    asked: [
      {
        question: "Is this real data?",
        answer:
          "No. A planted rule is why a best possible score is known, and why nothing here proves anything about real visitors.",
      },
      {
        question: "Why is an item that was just clicked in the list?",
        answer:
          "The paper ranks everything, history included; a switch leaves clicked items out. In this shop nothing follows itself, and a model has to learn that.",
      },
    ],
    fails: "Engine not loaded: the stored example stands, say “stored”, go on to “Side information”.",
  },
  side: {
    name: "Side information",
    clicks: [
      {
        title: "What would you click next?",
        text: "Eight clicks. The ninth is hidden, from you and the model.",
        does: "Read the eight names slowly, ask for hands, choose what most say.",
        say: "Here is the whole visit: eight clicks, the last one a phone gimbal. What comes ninth? Decide first, then hands up: drone, gimbal, plant pot, compost.",
      },
      {
        title: "It was Seed compost",
        text: "DIF-SR has it at rank {rank_t} of 240, with {p_t} %.",
        does: "Wait for the laugh.",
        say: "Seed compost. After a phone gimbal. And the model has it first of two hundred and forty. So what does it see that we did not?",
      },
      {
        title: "The gimbal and the spade are both Ostrel",
        text: "Side information: what we know besides the item’s number.",
        does: "Point at the two green diamonds.",
        say: "Look at the green diamonds. The gimbal is an Ostrel, and so is the spade. In this shop a shared brand calls the old click back to mind, and after spades comes soil. What we know besides the item’s number: that is side information.",
      },
      {
        title: "It predicts attributes, too",
        text: "Garden {p_garden} %, Soil {p_soil} %: each a separate yes or no.",
        does: "Point at the attribute bars.",
        say: "In training, the model also has to predict these: the next click is garden, the next click is soil. Each value is its own yes or no, so they need not add up to a hundred.",
      },
    ],
    asked: [
      {
        question: "Does that extra loss help?",
        answer:
          "The paper says so. Here one run each cannot tell: test NDCG@10 .311 ± .007 without it (λ 0), .303 ± .006 with it (λ 2); with λ 20 it clearly hurts, .234.",
      },
      {
        question: "Cross-entropy?",
        answer:
          "For the next item. For attributes the released code uses a yes-or-no loss per value, averaged over all values.",
      },
      {
        question: "Had the model seen this visitor?",
        answer: "The earlier clicks were in training; the hidden one never was.",
      },
    ],
    fails:
      "Nobody guesses: commit “Camera gimbal”, the obvious one. Somebody guesses right: ask why, then the third view of this step.",
  },
  onemap: {
    name: "One map",
    clicks: [
      {
        title: "Which click does the gimbal look at?",
        text: "One row: how one click divides its attention over the past.",
        does: "Run along the bottom row, mark a column.",
        say: "This is one attention map. A row is one click looking back, and it adds up to one. Bottom row: which click does the gimbal look at most? Pick one.",
      },
      {
        title: "{w_spade} on the Digging spade",
        text: "Layer 1, head 1, after softmax.",
        does: "Nothing.",
        say: "The spade, with {w_spade} out of one. So far the picture agrees with our story.",
      },
      {
        title: "Layer 2 gives the spade {w2_spade}. It decides anyway.",
        text: "Without the spade, Seed compost falls from {rank_t} to {rank_nospade}.",
        does: "Nothing: layer 2, mean of heads, is on the wall.",
        say: "Now layer two, the row the list is read from: nothing on the spade. But take the spade out, and compost falls from first to rank {rank_nospade}. Layer one had already passed it on. So the map shows where the model looks, not why it decides.",
      },
    ],
    asked: [
      {
        question: "Where did layer 2 look?",
        answer:
          "Half at Herb soil, half at the gimbal itself, whose vector already holds what layer 1 brought from the spade.",
      },
      {
        question: "Says who?",
        answer:
          "Jain and Wallace 2019 (attention is not explanation), Wiegreffe and Pinter 2019 (not not explanation); linked in the panel.",
      },
      { question: "Taking a click out also moves the later ones up?", answer: "Yes, and that counts in the number." },
    ],
    fails: "The room sees the answer because the map is not covered: ask for the second most instead.",
  },
  fivemaps: {
    name: "Five maps",
    clicks: [
      {
        title: "One map is made of five",
        text: "Item, position, category, brand, price: each scores alone.",
        does: "Nothing.",
        say: "In DIF-SR that one map is made of five. Item, position, category, brand, price: each looks at the past with its own queries and keys, and nobody else’s.",
      },
      {
        title: "Gimbal looks at spade: who gives how much?",
        text: "Set the five bars, then look.",
        does: "Set the bars to what the room calls.",
        say: "Same cell in all five maps: the gimbal looking at the spade. How much does each source put in? Call it out, and I set the bars.",
      },
      {
        title: "Add: {sum_cell}. Then one softmax: {w_spade}",
        text: "Brand gives {part_brand}. The sum is exact, before softmax.",
        does: "Nothing.",
        say: "Brand: {part_brand} of {sum_cell}. The scores are added first, and one softmax comes last. That order is the whole idea of decoupled fusion.",
      },
      {
        title: "Brand says {part_brand_self} about the gimbal itself",
        text: "Softmax sees differences only. Here position breaks the tie.",
        does: "Point at the cell of the gimbal itself.",
        say: "Careful, though. Brand gives the gimbal itself exactly as much. A softmax sees only differences within the row, so between these two brand says nothing, and mostly position breaks the tie. A large part is not yet a reason.",
      },
    ],
    asked: [
      {
        question: "Is the sum really exact?",
        answer:
          "Yes, in one layer, one head, before the softmax, for sum, concat (plus a bias) and gate. Nothing adds up through layers, LayerNorm and the feed-forward part.",
      },
      {
        question: "Why not a softmax per source?",
        answer:
          "That would be another model. Here everything is scaled once by the root of the item’s head width, masked once, and sent through one softmax.",
      },
      {
        question: "So which part counts?",
        answer: "The difference between cells: spade minus gimbal is {gap}, and {gap_pos} of it is position.",
      },
    ],
    fails: "Maps look empty: colour scale is shared; switch to own.",
  },
  whatif: {
    name: "What if?",
    clicks: [
      {
        title: "Brand off: where does Seed compost land?",
        text: "Its scores become 0 in every layer. Nothing is retrained.",
        does: "Set the room’s rank.",
        say: "Let us test it. I switch brand off: its scores become zero in every layer, and nothing is retrained. Compost is first now. Where will it land?",
      },
      {
        title: "Without brand: rank {rank_t} → {rank_nobrand}",
        text: "{p_t} % becomes {p_nobrand} %.",
        does: "Nothing.",
        say: "With brand off: rank {rank_nobrand}. For this answer brand mattered, and now we know it from a test and not from a picture.",
      },
      {
        title: "Item off: {p_noitem} %, rank {rank_noitem}",
        text: "Its score map is off; the item still travels as the value.",
        does: "Nothing: brand is on again, item off.",
        say: "Brand on again, item off. Hardly anything moves. That does not make the item useless: only its score map is gone. What is passed on is still the item, and only the item.",
      },
      {
        title: "The changes sum to {loss_sum} points. There were {p_t}.",
        text: "An ablation is a test, not a share.",
        does: "Nothing: all are on again.",
        say: "Switch them off one by one and add up the changes: {loss_sum} points. There were only {p_t} to lose. So an ablation is a test, not a share of anything.",
      },
    ],
    asked: [
      {
        question: "Is it fair to a model that never trained without brand?",
        answer:
          "It asks about this model. A model trained without attributes is another question: SASRec .237, DIF-SR .303 (test NDCG@10, 20 epochs, one seed).",
      },
      {
        question: "Why zero?",
        answer:
          "In a sum that takes the source out. With a gate its empty row still takes its share of the gates; with concat the common bias stays.",
      },
    ],
    fails: "No switches on this build: the table If off shows the same numbers.",
  },
  truth: {
    name: "Does the explanation tell the truth?",
    clicks: [
      {
        title: "Five clicks, one brand: {part_onebrand} % of the parts is brand",
        text: "Switch brand off. How far does the first item fall?",
        does: "Set the room’s number.",
        say: "A new session: five clicks, one brand. Brand makes up {part_onebrand} per cent of the parts, and the first item has {p_onebrand} per cent. And with brand off? Commit.",
      },
      {
        title: "Nothing changes: {p_onebrand} % stays {p_onebrand_off} %",
        text: "The same amount for every click cancels in the softmax.",
        does: "Nothing.",
        say: "Nothing. Brand adds the same to every click, and that cancels in the softmax, in every layer. The largest part, and no effect at all. That is arithmetic, not luck.",
      },
      {
        title: "Which earlier click led to this one?",
        text: "Taking it out: {q1_loo} % right (chance {q1_loo_c}). Attention: {q1_att} ({q1_att_c}).",
        does: "Point at the marks for chance and best possible.",
        say: "The shop knows which earlier click led to the next. Taking clicks out finds it best, attention less well, and the usual picture, the last layer alone, hardly beats chance.",
      },
      {
        title: "And what pointed to it?",
        text: "Attention part: {q2_part} % right (chance {q2_part_c}). Source off: {q2_off} ({q2_off_c}).",
        does: "Nothing.",
        say: "What pointed to it, brand or category? Here the attention part does well, seen within its row. The shop knows why the visitor clicked; an explanation says why the model scores. Each method answers one question.",
      },
    ],
    asked: [
      {
        question: "Which method should I trust?",
        answer:
          "Ask a question, then pick the method that answers it: which click, take clicks out; what pointed there, the attention part within its row; does this answer need brand, switch it off.",
      },
      {
        question: "Why not ask which rule made the click?",
        answer:
          'The rule is drawn without looking at the past, and attention is a function of the past: over all clicks it agrees exactly as often as chance, whatever the model. And a rule’s name misleads: "chain" finds the old click by brand. In a shop of chains alone brand off costs most of the NDCG (.524 → .304), category off nothing (.520).',
      },
      {
        question: "Why is switching a source off so weak there?",
        answer: "It asks about the whole session at once, and one source off hides what another can replace.",
      },
      {
        question: "Gradient times input?",
        answer:
          "At the raw item vector it is exactly 0 in DIF-SR, whatever the parameters (LayerNorm comes right after), so the page measures behind the normalisation. It does not follow taking clicks out either.",
      },
    ],
    fails:
      "Figures still counting: the stored ones are on the wall, say so. Own data open: no planted rule, the step opens the shop and gives the data back afterwards.",
  },
  fusion: {
    name: "Early or decoupled?",
    clicks: [
      {
        title: "Early fusion: add the vectors, then look",
        text: "One score map has to serve every source.",
        does: "Follow the left diagram with the pointer.",
        say: "How else could one do it? Early fusion adds item, brand and the rest into one vector at the input. From there on there is a single map, and it has to serve all of them.",
      },
      {
        title: "Decoupled fusion: look, then add the scores",
        text: "The maps stay apart until the softmax. Values are items only.",
        does: "Follow the diagram up to the hexagon.",
        say: "Decoupled fusion turns the order round: every source looks on its own, and only the scores are added. And what is passed on is the item alone: attributes steer the looking, they never enter the content.",
      },
      {
        title: "Seed compost: {rank_t} in decoupled, {rank_early} in early fusion",
        text: "One session proves nothing. The test comes later.",
        does: "Point at Seed compost in both lists.",
        say: "Same session, both models, trained alike. Decoupled has compost at rank {rank_t}, early fusion at {rank_early}; {shared_ten} of the first ten items are the same. One session proves nothing, so hold that thought until we train.",
      },
    ],
    asked: [
      {
        question: "And late fusion?",
        answer:
          "FDSA runs two stacks, one over items and one over attributes, and joins them at the output. S3-Rec, often listed there, uses attributes in pre-training only; when it answers it is SASRec.",
      },
      {
        question: "And NOVA?",
        answer:
          "In between: fused vectors make queries and keys, values stay items. One product, so its rank is capped like early fusion’s.",
      },
      {
        question: "Does it save computation?",
        answer:
          "No. Every source adds queries and keys of its own; SASRec takes about 0.8 of the time of DIF-SR with sum.",
      },
      {
        question: "Does a model without attributes fail here?",
        answer: 'No: SASRec puts compost first, too, with 7 %. That is what "one session" means.',
      },
    ],
    fails: "The file of B is missing: the diagrams stay, lists wait; go on.",
  },
  rank: {
    name: "Rank",
    clicks: [
      {
        title: "How many patterns fit into one score map?",
        text: "Count the dots above the noise: that is the rank.",
        does: "Point at the noise band.",
        say: "The paper’s first argument. Take one head’s scores, before mask and softmax, for twenty-four clicks. How many independent patterns are in it? Every dot is one; count those above the noise.",
      },
      {
        title: "Early fusion stops at {rank_e}: the width of a head",
        text: "One product of {d_h} columns holds at most {d_h} patterns.",
        does: "Follow the dashed curve over the cliff.",
        say: "Early fusion: queries times keys, {d_h} columns wide. {rank_e} patterns, then the cliff. The other {rank_rest} dots are rounding noise.",
      },
      {
        title: "Where does decoupled fusion stop?",
        text: "Five products, of widths {widths}.",
        does: "Mark the number that the room calls.",
        say: "Decoupled fusion adds five products: the item four wide, position four, each attribute two. Where does it stop? Mark it.",
      },
      {
        title: "{widths_sum} = {rank_d}",
        text: "A ceiling, not a promise: repeated values keep it lower.",
        does: "Read the coloured blocks.",
        say: "{rank_d}. Position brings its own {d_h}; the formula on the slides leaves it out and writes equals. It is at most: a session of one brand gets less, and so does one that repeats its items.",
      },
      {
        title: "{n_short} clicks, head width {d_wide}: both reach {n_short}",
        text: "The cap binds only if clicks outnumber the head’s width.",
        does: "Nothing: fewer clicks and a wider head are set.",
        say: "To be fair: {n_short} clicks, head width {d_wide}, and both are full. After the softmax you would see no difference at all. And more rank is more room; that the room makes better recommendations is not shown here.",
      },
    ],
    asked: [
      {
        question: "Why not after the softmax?",
        answer: "A causal map is triangular with a positive diagonal: full rank in exact arithmetic, in every model.",
      },
      {
        question: "The paper’s figure says 32 and 48.",
        answer:
          "32 is 256 / 8, one head’s width, so it is the full 50 × 50 matrix of unmasked scores, padding included. 48 fits a mean over layers; no script is public, so that is our conjecture.",
      },
      {
        question: "And in the paper’s results table?",
        answer:
          "DIF-SR’s runs there read 7 clicks (Yelp 10) with head widths of 64 and 128: nothing in them was capped. The cap can hardly be the reason for those gains.",
      },
      {
        question: "Does more rank help at all?",
        answer:
          "A first look (untuned, 30 epochs, two seeds): with one head of width 32 nothing is capped, and decoupled is ahead all the same, .303 and .307 against .262 and .258; with 16 heads of width 2, where early is capped hardest, decoupled loses most, .248 and .250.",
      },
      {
        question: "And a trained model?",
        answer: "On a session of 19 clicks: 16 and 19 counted, but the effective ranks are close, 7 to 9 and 8 to 9.",
      },
    ],
    fails: "Numbers other than {rank_e} and {rank_d}: the session repeats items or n was changed; Reset of the panel.",
  },
  gradients: {
    name: "Gradients",
    clicks: [
      {
        title: "What does one training step tell each source?",
        text: "An arrow is the gradient at one looked-up vector.",
        does: "Ask, then set the handle.",
        say: "Second argument: gradients. Every arrow is what the loss tells one vector to do. In early fusion, how alike are the item’s arrow and the brand’s?",
      },
      {
        title: "Added vectors hear one message: cosine {cos_add}",
        text: "Exact for adding: at every click, however deep the model.",
        does: "Nothing.",
        say: "Exactly alike. Item, category, brand, price, position: what is added together is told the same, at every click. Cosine {cos_add}. It is the chain rule, nothing more, and it holds for adding only.",
      },
      {
        title: "Decoupled: every source hears its own",
        text: "Item and brand: mean {cos_dif}, from {cos_dif_min} to {cos_dif_max}.",
        does: "Nothing.",
        say: "Decoupled: different arrows everywhere. But independent is too strong a word: all start from one shared pull on the score, and each source turns it with its own keys and queries.",
      },
      {
        title: "A low cosine alone proves nothing",
        text: "Item to brand. Concat: cosine {cos_cat}, residual {res_cat}. Decoupled, as wide: {res_dif}.",
        does: "Point from the cosines to the residual bar.",
        say: "A warning. Early fusion that concatenates also shows low cosines, {cos_cat} here. Still it is one message through two fixed maps: the residual is zero. Decoupled, its attributes as wide as its items, leaves {res_dif} of what the brand hears. That is the honest number.",
      },
    ],
    asked: [
      {
        question: "NOVA shares gradients, the slides say.",
        answer:
          "Attribute and position do, exactly, with a sum. The item does not: it has a further path through values and residual. With NOVA’s gate nothing is a scaled copy.",
      },
      {
        question: "And in the released code?",
        answer:
          "Its attribute tables are never handed to the optimiser: they stay at their random start, and only the projections learn. Here they are trained; a switch freezes them. Freezing made no visible difference on this shop (.296 and .302 against .303 and .297).",
      },
      { question: "Is different better?", answer: "Not shown by arrows." },
      {
        question: "A session of one click?",
        answer: "Attributes get no gradient at all in DIF-SR: a softmax over one score is always 1.",
      },
    ],
    fails: "Cosines of the lower row missing: the model with equal widths did not arrive; press Try again.",
  },
  train: {
    name: "Train both",
    clicks: [
      {
        title: "Train both: here, now, on the same budget",
        text: "20 epochs each, same data, same seed, on this machine.",
        does: "Take the bet; the runs have started.",
        say: "Enough theory. Both models train now, on this machine: same data, same seed, twenty epochs. Your bet: decoupled ahead, early ahead, or too close to call?",
      },
      {
        title: "The list learns while you watch",
        text: "Your session is answered by the newest state of the model.",
        does: "Point at the list at the left.",
        say: "While it trains, look at the list: it starts as nonsense and sorts itself out. It is the same session as before.",
      },
      {
        title: "What must be beaten: a table of counts",
        text: "Markov: what usually follows the last click. No training.",
        does: "Point at the lines: popularity, Markov, windowed Markov, best possible.",
        say: "Every curve needs a floor and a ceiling. The floor is Markov, a table of what usually follows; nothing is trained. The ceiling is the best anyone could do here, because we know the rule.",
      },
      {
        title: "NDCG@10: decoupled {ndcg_dif}, early {ndcg_early}",
        text: "{verdict}",
        does: "Read the page’s verdict, whatever it is, and compare it with the bet.",
        say: "The test: {ndcg_dif} against {ndcg_early}, and the intervals do not overlap. On this shop, with this seed, {leader} is ahead. And mind the floor: early fusion and a table of counts, {ndcg_window}, are neighbours.",
        otherwise:
          "{ndcg_dif} against {ndcg_early}: the intervals overlap, so we say it cannot be told apart, and mean it.",
      },
    ],
    asked: [
      {
        question: "On validation they overlapped.",
        answer:
          "600 sessions there, 3,000 in the test: .312 ± .015 and .263 ± .014 against .303 ± .006 and .250 ± .006.",
      },
      {
        question: "Luck of the seed?",
        answer:
          "Seeds 1 and 2 say the same here: .297 and .298 against .255 and .249. For real data one seed is not enough.",
      },
      {
        question: "Does early fusion help at all?",
        answer:
          "Here SASRecF .250 and SASRec .237 (± .006) cannot be told apart; in the paper it is below SASRec in Recall on all four data sets, above it in NDCG@10 on three.",
      },
      {
        question: "Where must it not win?",
        answer: "In the shop where attributes are shuffled: .550 and SASRec .546, and Markov, .578, is above both.",
      },
      {
        question: "MovieLens?",
        answer:
          "On MovieLens-100K DIF-SR and SASRec cannot be told apart, and with the history kept windowed Markov is not beaten.",
      },
    ],
    fails:
      "Slower than planned: the stored run of seed 212 appears with the mark recorded; say so. Diverged or crashed: same.",
  },
  matter: {
    name: "Does it matter?",
    clicks: [
      {
        title: "The paper: first in all 16 numbers, often by little",
        text: "{paper_rows} of the 16 are here. Beauty, NDCG@10: .0446 against .0439. No error bars.",
        does: "Point at the stamp.",
        say: "In the paper DIF-SR is first in all sixteen numbers, {paper_rows} of them on the wall, often by little, without error bars. On the same Beauty log a table of counts has an NDCG of .0485, though a lower recall.",
      },
      {
        title: "Sum, concat, gate: sum is the cheapest",
        text: "Milliseconds a training step: {s_sum}, {s_concat}, {s_gate}.",
        does: "Read the numbers.",
        say: "Sum, concat, gate: the paper sees little difference. Here, equal epochs, untuned: {ndcg_sum}, {ndcg_concat}, {ndcg_gate}. Sum is cheapest, and the only one that never looks ahead.",
      },
    ],
    asked: [
      {
        question: "Is .0485 on the paper’s data?",
        answer:
          "Same users, items and clicks (22,363, 12,101, 198,502), other attributes; order within a day may carry information. Recall@20 .1018 against .1284.",
      },
      {
        question: "So is gate worse?",
        answer: "Not shown: one seed, one learning rate for all. With equal tuning it may come closer.",
      },
      {
        question: "What came after?",
        answer:
          "DIFF mixes both streams, MSSR adds cross terms (no more rank), TASIF goes back to one product; and eSASRec gets about as much from a better loss on plain SASRec (measured with the history removed).",
      },
    ],
    fails: "Behind the clock: skip to “Your turn”.",
  },
  yours: {
    name: "Your turn",
    clicks: [
      {
        title: "Your turn: one click decides",
        text: "Take one click out so that the first prediction changes.",
        does: "Leave the code on the wall.",
        say: "Your turn. Scan the code and you have this session. Take one click out so that the first prediction changes. The page says how far you are.",
      },
      {
        title: "Homework: a head that looks only at position",
        text: "Fourteen tasks, checked here. Nothing leaves your device.",
        does: "Stay on the code.",
        say: "For next week: find a head that looks only at position. Does it do so in other sessions, too? Thank you.",
      },
    ],
    asked: [
      { question: "Must I install anything?", answer: "No, a browser is enough; it works on a phone." },
      {
        question: "The answer to the homework?",
        answer: "Camera example, layer 2, head 1. And no: the most such head does it in 37 % of the sessions.",
      },
    ],
    fails: "No network in the room: the printed hand-out has the task; the page works offline once loaded.",
  },
};
