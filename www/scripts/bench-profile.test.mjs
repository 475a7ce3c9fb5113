import { describe, expect, it } from "vitest";
import { categoryOf, heaviest, sharesOf } from "./bench-categories.mjs";
import { SIZES, stepFlops } from "./bench-flops.mjs";
import { chromiumSamples, perfSamples } from "./bench-samples.mjs";

describe("where a step goes", () => {
  it("is said by the innermost function that tells", () => {
    const forward = "dif_sr::nn::decoupled::DecoupledLayer::forward";
    expect(categoryOf(["gemm_f32::microkernel::fma::f32::x2x6", forward])).toBe("matrix products, projections");
    expect(categoryOf(["dif_sr_ops::cpu::matrix::Factor::times", forward])).toBe("matrix products, projections");
    expect(categoryOf(["dif_sr_ops::cpu::relaxed_rows::add_rows", forward])).toBe("attention");
    expect(categoryOf(["burn_flex::ops::binary::binary_op", forward])).toBe("attention");
    expect(categoryOf(["__memmove_avx512_unaligned_erms", forward])).toBe("copies and layout");
    expect(categoryOf(["systrim", "_int_free", "burn_flex::ops::binary::binary_op"])).toBe("allocation");
    expect(categoryOf(["burn_flex::zip::zip_map", "dif_sr::train::optimiser::Update as M>::map_float"])).toBe(
      "optimiser",
    );
    expect(categoryOf(["burn_flex::ops::unary::unary_op", "burn_autodiff::step"])).toBe("other work on numbers");
    expect(categoryOf(["hashbrown::map::HashMap::remove", "burn_autodiff::step"])).toBe("bookkeeping of gradients");
    expect(categoryOf(["sched_yield"])).toBe("other");
  });

  it("adds up to all of it", () => {
    const samples = [
      { stack: ["malloc"], weight: 1 },
      { stack: ["gemm"], weight: 3 },
    ];
    const shares = sharesOf(samples);
    expect(shares).toMatchObject({ allocation: 0.25, "matrix products, projections": 0.75 });
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(1);
    expect(heaviest(samples, 1)).toEqual([["gemm", 0.75]]);
  });

  it("takes of perf the samples within a step", () => {
    const step = "\t 8e0 gemm_basic\n\t 3d5 dif_sr::train::trainer::Trainer::one_step\n\tffffffffffffffff [unknown]\n";
    const start = "\t 8e0 malloc\n\t 3d5 dif_sr::data::open::open_atomic\n";
    expect(perfSamples(`${step}\n\n${start}\n\n`)).toEqual([
      { stack: ["gemm_basic", "dif_sr::train::trainer::Trainer::one_step"], weight: 1 },
    ]);
  });

  it("takes of Chromium what the engine did, with its callers", () => {
    const node = (id, functionName, url, hitCount, children = []) => ({
      ...{ id, hitCount, children },
      callFrame: { functionName, url },
    });
    const nodes = [
      node(1, "(root)", "", 5, [2]),
      node(2, "one_step", "wasm://wasm/1", 0, [3]),
      node(3, "gemm[40f58339702e5617]::f32::ha8b2f2e0a0e3d744", "wasm://wasm/1", 7),
    ];
    expect(chromiumSamples({ nodes })).toEqual([{ stack: ["gemm::f32", "one_step", "(root)"], weight: 7 }]);
  });
});

describe("work by formula", () => {
  it("is what the sizes are known to take", () => {
    const work = Object.values(SIZES).map((size) => Number((stepFlops(size) / 1e9).toPrecision(3)));
    expect(work).toEqual([0.131, 2.75, 9.24]);
  });
});
