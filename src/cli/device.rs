//! The device that a command computes on.

use burn::tensor::Device;
use clap::ValueEnum;

/// Devices of this build.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DeviceChoice {
    /// The processor.
    Cpu,
    /// A graphics device through Vulkan.
    #[cfg(feature = "vulkan")]
    Vulkan,
    /// An NVIDIA device through CUDA.
    #[cfg(feature = "cuda")]
    Cuda,
}

impl DeviceChoice {
    /// Opens it.
    pub fn open(self) -> Device {
        match self {
            Self::Cpu => Device::flex(),
            #[cfg(feature = "vulkan")]
            Self::Vulkan => Device::vulkan(burn::tensor::DeviceKind::DefaultDevice),
            #[cfg(feature = "cuda")]
            Self::Cuda => Device::cuda(0),
        }
    }

    /// Its name in results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cpu => "cpu",
            #[cfg(feature = "vulkan")]
            Self::Vulkan => "vulkan",
            #[cfg(feature = "cuda")]
            Self::Cuda => "cuda",
        }
    }
}
