//! The device of this build, tried before it is trusted.

use burn::tensor::{Device, Tensor, TensorData, Transaction};
use serde::Serialize;
use tsify::Tsify;

use crate::error::{Error, Result};
use crate::nn::product::product;
use crate::read::read_all;

/// What computes.
#[derive(Debug, Clone, Serialize, Tsify)]
pub struct DeviceInfo {
    /// `cpu` or `webgpu`.
    #[tsify(type = "\"cpu\" | \"webgpu\"")]
    pub kind: &'static str,
    /// Name for the badge.
    pub name: String,
    /// More about it.
    pub detail: String,
}

/// Opens the CPU device, which every browser has.
#[cfg(not(feature = "webgpu"))]
pub async fn open() -> Result<(Device, DeviceInfo)> {
    let device = Device::flex();
    known_answer(&device).await?;
    let info = DeviceInfo { kind: "cpu", name: "CPU".into(), detail: "WebAssembly with SIMD, one thread".into() };
    Ok((device, info))
}

/// Asks for a WebGPU adapter and device and lets it solve a problem with a known answer.
#[cfg(feature = "webgpu")]
pub async fn open() -> Result<(Device, DeviceInfo)> {
    use burn_wgpu::WgpuInitError;

    let (device, setup) = Device::wgpu_options().init_with_setup_async().await.map_err(|error| match error {
        WgpuInitError::AdapterUnavailable { .. } => Error::NoAdapter { message: error.to_string() },
        other => Error::DeviceRefused { message: other.to_string() },
    })?;
    let adapter = setup.adapter.get_info();
    known_answer(&device).await?;
    let name = [adapter.name, adapter.driver].into_iter().find(|name| !name.is_empty());
    let detail = format!("{:?}, {:?}", adapter.backend, adapter.device_type);
    Ok((device, DeviceInfo { kind: "webgpu", name: name.unwrap_or_else(|| "WebGPU".into()), detail }))
}

/// Side of the matrices of the trial.
const SIDE: usize = 8;

/// A matrix product of whole numbers, exact in single precision, and a row sum of its exponentials' logarithms: wrong drivers
/// have been seen to answer zeros.
async fn known_answer(device: &Device) -> Result<()> {
    let left: Vec<f32> = (0..SIDE * SIDE).map(|at| (at % 7) as f32 - 3.0).collect();
    let right: Vec<f32> = (0..SIDE * SIDE).map(|at| (at % 5) as f32 - 2.0).collect();
    let tensor = |values: &[f32]| Tensor::<2>::from_data(TensorData::new(values.to_vec(), [SIDE, SIDE]), device);
    let product = product(tensor(&left), tensor(&right));
    let logarithms = (product.clone() / 16.0).exp().log();
    let found = read_all(Transaction::default().register(product).register(logarithms)).await?;
    let (products, logarithms) = (&found[0], &found[1]);
    for (at, (&product, &logarithm)) in products.iter().zip(logarithms).enumerate() {
        let (row, column) = (at / SIDE, at % SIDE);
        let expected: f32 = (0..SIDE).map(|k| left[row * SIDE + k] * right[k * SIDE + column]).sum();
        // Whole numbers this small are exact in single precision.
        let exact = (product - expected).abs() < f32::EPSILON;
        if !exact || (logarithm - expected / 16.0).abs() > 1e-4 {
            return Err(Error::WrongAnswer {
                message: format!("a matrix product that is {expected} came out as {product}"),
            });
        }
    }
    if products.len() != SIDE * SIDE {
        return Err(Error::WrongAnswer {
            message: format!("a matrix of {} came out with {}", SIDE * SIDE, products.len()),
        });
    }
    Ok(())
}
