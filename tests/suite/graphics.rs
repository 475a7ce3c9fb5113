//! The graphics device of the tests that need one.

use std::sync::OnceLock;

use burn::tensor::Device;
use burn::tensor::wgpu::WgpuBackend;

/// OpenGL, since its shaders go through the same language as those of the page; a software driver will do.
pub fn graphics() -> Device {
    static DEVICE: OnceLock<Device> = OnceLock::new();
    let open = || Device::wgpu_options().graphics_api(WgpuBackend::Gl).init().expect("a driver for OpenGL");
    DEVICE.get_or_init(open).clone()
}
