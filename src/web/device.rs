//! The device of this build, tried before it is trusted.

use burn::tensor::Device;
use serde::Serialize;
use tsify::Tsify;

#[cfg(feature = "webgpu")]
use crate::error::Error;
use crate::error::Result;
use crate::lab::known_answer;

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

    use crate::lab::BUFFERS;

    let (device, setup) = Device::wgpu_options().init_with_setup_async().await.map_err(|error| match error {
        WgpuInitError::AdapterUnavailable { .. } => Error::NoAdapter { message: error.to_string() },
        other => Error::DeviceRefused { message: other.to_string() },
    })?;
    let adapter = setup.adapter.get_info();
    let buffers = setup.device.limits().max_storage_buffers_per_shader_stage;
    if buffers < BUFFERS {
        return Err(Error::DeviceRefused {
            message: format!("the adapter binds {buffers} storage buffers to a shader, and training needs {BUFFERS}"),
        });
    }
    known_answer(&device).await?;
    let name = [adapter.name, adapter.driver].into_iter().find(|name| !name.is_empty());
    let detail = format!("{:?}, {:?}", adapter.backend, adapter.device_type);
    Ok((device, DeviceInfo { kind: "webgpu", name: name.unwrap_or_else(|| "WebGPU".into()), detail }))
}
