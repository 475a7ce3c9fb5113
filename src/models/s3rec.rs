//! S3-Rec: self-supervised learning with mutual information maximisation (Zhou et al., CIKM 2020).
//!
//! Equation map. Pre-training, every slot seeing every item, `h` the encoding of a sequence with masked items:
//! - associated attributes: `sigma(E_v . (h W + b))` against the values of each unmasked item
//! - masked items: `-log sigma(sigma(e+ . (h W + b)) - sigma(e- . (h W + b)))` at each masked slot, one negative
//! - masked attributes: as the first, at masked slots
//! - segments: the encoding of a sequence without a stretch against that of the stretch and of a stranger's, pairwise as above
//! - total: `0.2 + 1 + 1 + 0.5` times the four, each a sum over batch and slots (the authors' weights; the fork behind the paper's
//!   table swaps the first two)
//!
//! Then fine-tuning as [`super::SasRec`]: causal, item loss alone. Attributes only shape where it starts.
//!
//! # Deviations
//! RecBole pads left, then right, so that learnt positions change their meaning; here sequences are padded right in both stages.
//! RecBole's negative may be [MASK], and its stranger's segment the user's own; here neither. Its second softmax counts the [MASK]
//! row; here it never does.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::tensor::activation::{log_sigmoid, sigmoid};
use burn::tensor::{Device, Int, Tensor};

use super::bert4rec::without_mask;
use super::intermediates::Intermediates;
use super::{LossTerms, SequentialModel};
use crate::config::{Pooling, S3RecConfig, Schema};
use crate::data::batch::{Batch, View};
use crate::nn::attention::AttentionTrace;
use crate::nn::attributes::AttributeEmbedding;
use crate::nn::edits::Edits;
use crate::nn::linear::linear;
use crate::nn::loss::{Scorer, multi_label_at};
use crate::nn::product::product_of_rows;
use crate::nn::transformer::{Transformer, Views};
use crate::nn::{dropout::Noise, init::Initialiser, lookup};

/// The model; everything but `item_embedding` and `encoder` is for pre-training only.
#[derive(Module, Debug)]
pub struct S3Rec {
    item_embedding: Param<Tensor<2>>,
    attribute_embedding: Vec<AttributeEmbedding>,
    encoder: Transformer,
    aap: Linear,
    mip: Linear,
    map: Linear,
    sp: Linear,
    #[module(skip)]
    weights: Weights,
}

/// Weights of the four losses.
#[derive(Debug, Clone, Copy)]
struct Weights {
    aap: f64,
    mip: f64,
    map: f64,
    sp: f64,
}

/// Inputs and truths of a pre-training step.
pub struct PretrainingBatch {
    /// Sequences with masked items.
    pub masked: Batch,
    /// What stands at every slot in truth, `[batch * len]`; 0 = padding.
    pub truth: Tensor<1, Int>,
    /// An item that the user never met, at masked slots, `[batch * len]`; 0 elsewhere.
    pub negatives: Tensor<1, Int>,
    /// 1 at slots with an item that is not masked, `[batch * len, 1]`.
    pub unmasked: Tensor<2>,
    /// 1 at masked slots, `[batch * len, 1]`.
    pub hidden: Tensor<2>,
    /// Values of the true items, `[batch * len, values]` per attribute.
    pub labels: Vec<Tensor<2>>,
    /// Sequences with a stretch masked.
    pub context: Batch,
    /// Sequences with all but that stretch masked.
    pub positive: Batch,
    /// The same with a stranger's stretch.
    pub negative: Batch,
}

/// What pre-training computes on its way.
struct Pass {
    aap_logits: Vec<Tensor<2>>,
    map_logits: Vec<Tensor<2>>,
    mip: Pair,
    segments: [Tensor<2>; 3],
    sp: Pair,
}

/// `sigma` of the score of the truth and of the negative, one per row.
struct Pair {
    positive: Tensor<1>,
    negative: Tensor<1>,
}

impl Pair {
    fn new(anchor: &Tensor<2>, positive: Tensor<2>, negative: Tensor<2>) -> Self {
        let score = |other: Tensor<2>| sigmoid((anchor.clone() * other).sum_dim(1).squeeze_dim(1));
        Self { positive: score(positive), negative: score(negative) }
    }

    /// `-log sigma(positive - negative)` of each row: a sigmoid of a difference of sigmoids.
    fn losses(&self) -> Tensor<1> {
        log_sigmoid(self.positive.clone() - self.negative.clone()).neg()
    }
}

impl S3Rec {
    /// Draws initial weights.
    #[must_use]
    pub fn new(config: &S3RecConfig, schema: &Schema, seed: u64, device: &Device) -> Self {
        let (d, std) = (config.hidden_size, config.initializer_range);
        let mut init = Initialiser::new(seed, std, device);
        Self {
            item_embedding: init.table(schema.items + 1, d),
            attribute_embedding: (schema.attributes.iter())
                .map(|attribute| AttributeEmbedding::new(&mut init, attribute, d, Pooling::Sum, std))
                .collect(),
            encoder: Transformer::new(&mut init, &config.backbone()),
            aap: init.linear(d, d),
            mip: init.linear(d, d),
            map: init.linear(d, d),
            sp: init.linear(d, d),
            weights: Weights {
                aap: config.aap_weight,
                mip: config.mip_weight,
                map: config.map_weight,
                sp: config.sp_weight,
            },
        }
    }

    fn input(&self, batch: &Batch) -> Tensor<3> {
        self.encoder.input(lookup::items(self.item_embedding.val(), batch), batch)
    }

    fn states(&self, batch: &Batch, views: &Views, noise: &mut Noise, each: impl FnMut(AttentionTrace)) -> Tensor<3> {
        self.encoder.forward(self.input(batch), views, noise, each)
    }

    /// Encodings with every slot seeing every item.
    fn bidirectional(&self, batch: &Batch, last: View, noise: &mut Noise) -> Tensor<3> {
        self.states(batch, &Views { inner: batch.full_view(), last }, noise, drop)
    }

    fn pass(&self, batch: &PretrainingBatch, noise: &mut Noise) -> Pass {
        let states = self.bidirectional(&batch.masked, batch.masked.full_view(), noise);
        let [sequences, len, d] = states.dims();
        let states = states.reshape([sequences * len, d]);
        let against = |map: &Linear| -> Vec<Tensor<2>> {
            let mapped = linear(map, states.clone());
            self.attribute_embedding.iter().map(|table| product_of_rows(mapped.clone(), table.table())).collect()
        };
        let table = self.item_embedding.val();
        let items = |ids: &Tensor<1, Int>| table.clone().select(0, ids.clone());
        let segments = [&batch.context, &batch.positive, &batch.negative]
            .map(|batch| self.bidirectional(batch, batch.readout_view(), noise).squeeze_dim::<2>(1));
        let [context, positive, negative] = segments.clone();
        Pass {
            aap_logits: against(&self.aap),
            map_logits: against(&self.map),
            mip: Pair::new(&linear(&self.mip, states.clone()), items(&batch.truth), items(&batch.negatives)),
            segments,
            sp: Pair::new(&linear(&self.sp, context), positive, negative),
        }
    }

    /// The four losses of pre-training; the item term is that of masked items.
    pub fn pretraining_loss(&self, batch: &PretrainingBatch, noise: &mut Noise) -> LossTerms {
        let pass = self.pass(batch, noise);
        let attributes = |logits: &[Tensor<2>], at: &Tensor<2>| {
            let terms = logits.iter().zip(&batch.labels);
            let terms = terms.map(|(logits, labels)| multi_label_at(logits.clone(), labels.clone(), at.clone()));
            terms.reduce(|sum, term| sum + term).unwrap_or_else(|| Tensor::zeros([1], &at.device()))
        };
        let aap = attributes(&pass.aap_logits, &batch.unmasked);
        let map = attributes(&pass.map_logits, &batch.hidden);
        let mip = (pass.mip.losses() * batch.hidden.clone().squeeze_dim(1)).sum();
        let sp = pass.sp.losses().sum();
        let w = self.weights;
        LossTerms {
            total: aap.clone() * w.aap + mip.clone() * w.mip + map.clone() * w.map + sp.clone() * w.sp,
            extra: vec![("aap", aap), ("mip", mip.clone()), ("map", map), ("sp", sp)],
            ..LossTerms::only(mip)
        }
    }

    /// What pre-training computes on its way, for reference vectors, and the attention of its layers.
    #[must_use]
    pub fn pretraining_intermediates(&self, batch: &PretrainingBatch) -> (Intermediates, Vec<AttentionTrace>) {
        let mut named = Intermediates::default();
        let pass = self.pass(batch, &mut Noise::none());
        for (name, logits) in [("aap_logits", pass.aap_logits), ("map_logits", pass.map_logits)] {
            for logits in logits {
                named.add(name, logits);
            }
        }
        for (name, pair) in [("mip", pass.mip), ("sp", pass.sp)] {
            named.add(&format!("{name}_positive"), pair.positive);
            named.add(&format!("{name}_negative"), pair.negative);
        }
        let [context, positive, negative] = pass.segments;
        named.add("segment_context", context);
        named.add("segment_positive", positive);
        named.add("segment_negative", negative);
        named.add("input", self.input(&batch.masked));
        let mut traces = Vec::new();
        let views = Views { inner: batch.masked.full_view(), last: batch.masked.full_view() };
        self.states(&batch.masked, &views, &mut Noise::none(), |trace| traces.push(trace));
        (named, traces)
    }
}

/// Fine-tuning and serving: SASRec.
impl SequentialModel for S3Rec {
    fn encode(&self, batch: &Batch, noise: &mut Noise) -> Tensor<2> {
        let views = Views { inner: batch.causal_view(), last: batch.readout_view() };
        self.states(batch, &views, noise, drop).squeeze_dim(1)
    }

    fn encode_all(&self, batch: &Batch, noise: &mut Noise) -> Tensor<3> {
        let views = Views { inner: batch.causal_view(), last: batch.causal_view() };
        self.states(batch, &views, noise, drop)
    }

    fn scorer(&self) -> Scorer {
        Scorer { table: without_mask(self.item_embedding.val()), bias: None }
    }

    fn attention(&self, batch: &Batch, _edits: &Edits) -> Vec<AttentionTrace> {
        let mut traces = Vec::new();
        let views = Views { inner: batch.causal_view(), last: batch.causal_view() };
        self.states(batch, &views, &mut Noise::none(), |trace| traces.push(trace));
        traces
    }
}
