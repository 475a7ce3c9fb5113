//! Encoders over packed sequences: no padding is computed, and the last layer computes the rows that are read.
//!
//! The walk through the layers is the same on every device. What a layer does is written out in `super::on_cpu` for the CPU and in
//! [`super::gpu`] for graphics devices; the plain layers are the reference of both.

use std::cell::RefCell;

use burn::tensor::{Int, Tensor, s};
#[cfg(feature = "cpu")]
use dif_sr_ops::cpu;

use super::attention::{Rates, SelfAttentionLayer};
use super::decoupled::DecoupledLayer;
use super::decoupled_encoder::DecoupledEncoder;
use super::dropout::Noise;
use super::fusion::ScoreFusion;
#[cfg(feature = "kernels")]
use super::gpu;
use super::remembered::Remembered;
use super::transformer::Transformer;
use super::{attributes, lookup};
use crate::data::batch::Batch;
#[cfg(feature = "kernels")]
use crate::data::ids::Ids;
use crate::data::packing::{Packing, Queries};

/// Packed sequences, and the rows that a layer is asked for.
pub struct Asked<'a> {
    /// The sequences.
    pub packing: &'a Packing,
    /// The rows.
    pub queries: Queries,
    /// A slot sees itself and earlier slots only.
    #[cfg_attr(not(feature = "cpu"), expect(dead_code, reason = "kernels are told with the places"))]
    pub causal: bool,
    /// What is known of a session that has grown; the streams then hold its new slots only.
    #[cfg_attr(not(feature = "cpu"), expect(dead_code, reason = "kernels compute sessions whole"))]
    pub remembered: Option<&'a RefCell<Remembered>>,
    /// The same for kernels, where they compute.
    #[cfg(feature = "kernels")]
    pub places: Option<gpu::Places>,
}

impl<'a> Asked<'a> {
    /// `beside`: a tensor on the device that computes.
    fn new(packing: &'a Packing, queries: Queries, causal: bool, beside: &Tensor<2>) -> Self {
        #[cfg(not(feature = "kernels"))]
        let _ = beside;
        Self {
            #[cfg(feature = "kernels")]
            places: gpu::runs_on(beside).then(|| gpu::Places::new(packing, &queries, causal, &beside.device())),
            packing,
            queries,
            causal,
            remembered: None,
        }
    }

    /// The new slots of one causal sequence that has grown, for the inner layers and for the last.
    fn growth(packing: &'a Packing, first: usize, remembered: &'a RefCell<Remembered>) -> [Self; 2] {
        packing.growth(first).map(|queries| Self {
            #[cfg(feature = "kernels")]
            places: None,
            packing,
            queries,
            causal: true,
            remembered: Some(remembered),
        })
    }

    /// Dropout of the rows that ask, `[queries, width]`.
    fn dropout(&self, x: Tensor<2>, noise: &mut Noise, rate: f64) -> Tensor<2> {
        #[cfg(feature = "kernels")]
        if let Some(places) = &self.places {
            return gpu::dropout(x, (&self.queries, places), noise, rate);
        }
        noise.packed_dropout(x, &self.queries, rate)
    }

    /// The rows of a stream that ask: `[tokens, width]` -> `[queries, width]`.
    #[must_use]
    pub fn of(&self, stream: &Tensor<2>) -> Tensor<2> {
        self.queries.tokens().map_or_else(|| stream.clone(), |tokens| rows(stream.clone(), tokens))
    }
}

/// The streams that enter every decoupled layer. Only `items` changes from layer to layer.
pub struct Streams<'a> {
    /// `[tokens, hidden]`.
    pub items: Tensor<2>,
    /// One per attribute, `[tokens, width]`.
    pub attributes: &'a [Tensor<2>],
    /// One row for each slot that a sequence may have, `[slots, hidden]`.
    pub positions: Tensor<2>,
}

impl DecoupledEncoder {
    /// Everything from the item vectors on, without padding: with dropout 0 [`Self::forward`] of
    /// [`Self::item_input`] at the read-out slots, or at some `rows` of the `[batch * len, _]` matrix. `None` where the model or
    /// the batch does not offer it.
    ///
    /// # Shapes
    /// - `table`: item vectors, `[items, hidden]`
    /// - returns: `[queries, hidden]`
    pub fn packed(
        &self,
        table: Tensor<2>,
        batch: &Batch,
        rows: Option<&[u32]>,
        noise: &mut Noise,
    ) -> Option<Tensor<2>> {
        let packing = self.layer.iter().all(DecoupledLayer::packs).then(|| batch.packed())??;
        let positions = self.position_embedding.val();
        let inner = Asked::new(&packing, packing.all(), true, &positions);
        let last = Asked::new(&packing, packing.queries(rows), true, &positions);
        let attributes = attributes::packed(&self.attribute_embedding, &packing);
        let items = self.packed_input(&lookup::packed_items(table, &packing));
        let items = inner.dropout(items, noise, self.rates.hidden);
        Some(self.walk(items, &attributes, [&inner, &last], noise))
    }

    /// The state of one session, dropout 0, computed for the items that are not `remembered`; `None` where the model or the
    /// device does not offer it.
    ///
    /// # Shapes
    /// - `table`: item vectors, `[items, hidden]`
    /// - returns: `[1, hidden]`
    pub fn grown(&self, table: Tensor<2>, batch: &Batch, remembered: &RefCell<Remembered>) -> Option<Tensor<2>> {
        let packing = self.layer.iter().all(DecoupledLayer::packs).then(|| one_on_cpu(batch, &table))??;
        let first = remembered.borrow_mut().begin(packing.items.on_host());
        let [inner, last] = Asked::growth(&packing, first, remembered);
        let new = |stream: Tensor<2>| stream.slice(s![first.., ..]);
        let attributes = attributes::packed(&self.attribute_embedding, &packing).into_iter().map(new);
        let items = self.packed_input(&new(lookup::packed_items(table, &packing)));
        Some(self.walk(items, &attributes.collect::<Vec<_>>(), [&inner, &last], &mut Noise::none()))
    }

    /// From layer to layer: `[stream, hidden]` -> `[queries, hidden]`. The inner layers and the last are asked for different rows.
    fn walk(
        &self,
        mut items: Tensor<2>,
        attributes: &[Tensor<2>],
        [inner, last]: [&Asked; 2],
        noise: &mut Noise,
    ) -> Tensor<2> {
        for (index, layer) in self.layer.iter().enumerate() {
            let asked = if index + 1 == self.layer.len() { last } else { inner };
            let streams = Streams { items, attributes, positions: self.position_embedding.val() };
            items = layer.packed(&streams, asked, self.rates, noise);
        }
        items
    }

    /// [`Self::item_input`] of packed vectors, `[tokens, hidden]`.
    fn packed_input(&self, vectors: &Tensor<2>) -> Tensor<2> {
        #[cfg(feature = "kernels")]
        if cfg!(not(feature = "cpu")) || gpu::runs_on(vectors) {
            return gpu::layer_norm(vectors.clone(), &self.input_norm, self.epsilon);
        }
        #[cfg(feature = "cpu")]
        return cpu::layer_norm(&self.input_norm, self.epsilon, vectors);
        #[cfg(not(feature = "cpu"))]
        unreachable!("the device has our kernels")
    }
}

impl DecoupledLayer {
    /// [`Self::forward`] with the sum as fusion, over packed sequences; returns the output, `[queries, hidden]`.
    fn packed(&self, streams: &Streams, asked: &Asked, rates: Rates, noise: &mut Noise) -> Tensor<2> {
        #[cfg(feature = "kernels")]
        if let Some(places) = &asked.places {
            return self.on_gpu(streams, (asked, places), rates, noise);
        }
        #[cfg(feature = "cpu")]
        return self.on_cpu(streams, asked, rates, noise);
        #[cfg(not(feature = "cpu"))]
        unreachable!("the device has our kernels")
    }

    /// Whether [`Self::packed`] computes the same as [`Self::forward`].
    fn packs(&self) -> bool {
        matches!(self.fusion, ScoreFusion::Sum(_)) && !self.mask_before_fusion && self.attribute_query.len() <= 3
    }
}

impl Transformer {
    /// [`Self::forward`] without padding: the states at the read-out slots, or at some `rows` of the `[batch * len, _]` matrix,
    /// `[queries, hidden]`. `None` where the batch does not offer it.
    pub fn packed(
        &self,
        input: impl FnOnce() -> Tensor<3>,
        batch: &Batch,
        wanted: Option<&[u32]>,
        causal: bool,
        noise: &mut Noise,
    ) -> Option<Tensor<2>> {
        let packing = batch.packed()?;
        let input = input();
        let [sequences, len, hidden] = input.dims();
        let input = input.reshape([sequences * len, hidden]);
        let inner = Asked::new(&packing, packing.all(), causal, &input);
        let last = Asked::new(&packing, packing.queries(wanted), causal, &input);
        let tokens = match packing.padded_rows() {
            None => input,
            Some(wanted) => rows(input, &wanted),
        };
        let stream = inner.dropout(tokens, noise, self.rates.hidden);
        Some(self.walk(stream, [&inner, &last], noise))
    }

    /// [`DecoupledEncoder::grown`] of a causal transformer.
    pub fn grown(
        &self,
        input: impl FnOnce() -> Tensor<3>,
        batch: &Batch,
        remembered: &RefCell<Remembered>,
    ) -> Option<Tensor<2>> {
        let packing = one_on_cpu(batch, &self.position_embedding.val())?;
        let first = remembered.borrow_mut().begin(packing.items.on_host());
        let [inner, last] = Asked::growth(&packing, first, remembered);
        let (_, tokens) = packing.dims();
        let new = input().squeeze_dim::<2>(0).slice(s![first..tokens, ..]);
        Some(self.walk(new, [&inner, &last], &mut Noise::none()))
    }

    fn walk(&self, mut stream: Tensor<2>, [inner, last]: [&Asked; 2], noise: &mut Noise) -> Tensor<2> {
        for (index, layer) in self.layer.iter().enumerate() {
            let asked = if index + 1 == self.layer.len() { last } else { inner };
            stream = layer.packed(&stream, asked, self.rates, noise);
        }
        stream
    }
}

impl SelfAttentionLayer {
    /// [`Self::forward`] with one stream, over packed sequences: `[tokens, hidden]` -> `[queries, hidden]`.
    fn packed(&self, items: &Tensor<2>, asked: &Asked, rates: Rates, noise: &mut Noise) -> Tensor<2> {
        #[cfg(feature = "kernels")]
        if let Some(places) = &asked.places {
            return self.on_gpu(items, (asked, places), rates, noise);
        }
        #[cfg(feature = "cpu")]
        return self.on_cpu(items, asked, rates, noise);
        #[cfg(not(feature = "cpu"))]
        unreachable!("the device has our kernels")
    }
}

/// One session without its padding, if the CPU computes.
fn one_on_cpu(batch: &Batch, beside: &Tensor<2>) -> Option<Packing> {
    #[cfg(feature = "cpu")]
    let cpu = cpu::on_cpu(beside);
    #[cfg(not(feature = "cpu"))]
    let cpu = {
        let _ = beside;
        false
    };
    let (sequences, _) = batch.dims();
    (cpu && sequences == 1).then(|| batch.packed())?
}

/// Some rows of a stream: `[n, width]` -> `[rows, width]`.
fn rows(stream: Tensor<2>, wanted: &[i32]) -> Tensor<2> {
    #[cfg(feature = "kernels")]
    if gpu::runs_on(&stream) {
        let ids = Ids::new(wanted.to_vec(), [1, wanted.len()], &stream.device());
        return gpu::embedding(stream, &ids, gpu::RowZero::Ordinary).squeeze_dim(0);
    }
    let wanted = Tensor::<1, Int>::from_ints(wanted, &stream.device());
    stream.select(0, wanted)
}
