//! Reading tensors back: asynchronous, several in one round trip.

use burn::tensor::Transaction;

use crate::error::{Error, Result};

/// The values of every registered tensor, row-major, in the order of registration. Whole numbers below 2^24 are exact.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over, for example because it was lost.
pub async fn read_all(reads: Transaction) -> Result<Vec<Vec<f32>>> {
    let data = reads.execute_async().await.map_err(|error| Error::DeviceRefused { message: error.to_string() })?;
    let values = data.into_iter().map(|data| data.convert::<f32>().try_into_vec().expect("converted one call earlier"));
    Ok(values.collect())
}

/// [`read_all`] where the device hands everything over at once: explanations, which are asked on the CPU alone. Without a promise the
/// code of a question is half as large.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over.
#[cfg(feature = "cpu")]
#[expect(clippy::disallowed_methods, reason = "the CPU waits for nothing")]
pub fn read_now(reads: Transaction) -> Result<Vec<Vec<f32>>> {
    let data = reads.try_execute().map_err(|error| Error::DeviceRefused { message: error.to_string() })?;
    let values = data.into_iter().map(|data| data.convert::<f32>().try_into_vec().expect("converted one call earlier"));
    Ok(values.collect())
}
