//! A device is tried before it is trusted.

use burn::tensor::{Device, Tensor, TensorData, Transaction};

use crate::error::{Error, Result};
use crate::nn::product::product;
use crate::read::read_all;

/// Side of the matrices of the trial.
const SIDE: usize = 8;

/// A matrix product of whole numbers, exact in single precision, and a row sum of its exponentials' logarithms: wrong drivers
/// have been seen to answer zeros.
///
/// # Errors
/// If the device answers something else, or not at all.
pub async fn known_answer(device: &Device) -> Result<()> {
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
