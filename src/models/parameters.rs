//! The parameters of a model by name: `layer.0.item_query.weight`, `attribute_embedding.1`, ...

use std::collections::BTreeMap;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::optim::GradientsParams;
use burn::tensor::{Device, Gradients, Tensor, TensorData, Transaction};

use super::walk::{map_parameters, visit_parameters};
use crate::error::{Error, Result};
use crate::read::read_all;
#[cfg(feature = "cpu")]
use crate::read::read_now;

/// One parameter on the host, row-major.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedTensor {
    /// Path of the field.
    pub name: String,
    /// Sizes of its axes.
    pub shape: Vec<usize>,
    /// Values.
    pub values: Vec<f32>,
}

/// Path of the field being visited. Variants of enums, parts that models share (encoder, attention, the second half of a block)
/// and the table inside an attribute embedding are left out of names: they say how the code is cut, not what the parameter is.
#[derive(Default)]
pub struct ParameterPath(Vec<String>);

impl ParameterPath {
    /// Steps into a field.
    pub fn enter(&mut self, name: &str, container: &str) {
        let structural = container.starts_with("Enum:")
            || ["block", "encoder", "attention"].contains(&name)
            || (name == "table" && container == "Struct:AttributeEmbedding");
        self.0.push(if structural { String::new() } else { name.to_owned() });
    }

    /// Steps out of it.
    pub fn exit(&mut self) {
        self.0.pop();
    }

    /// Name of the parameter that is reached.
    #[must_use]
    pub fn name(&self) -> String {
        let parts: Vec<&str> = self.0.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(".")
    }
}

struct Reader {
    path: ParameterPath,
    names: Vec<(String, Vec<usize>)>,
    reads: Transaction,
}

impl ModuleVisitor for Reader {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }
    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let value = param.val();
        self.names.push((self.path.name(), value.dims().to_vec()));
        self.reads = std::mem::take(&mut self.reads).register(value);
    }
}

/// Reads all parameters in one round trip.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over.
pub async fn read_parameters<M: Module>(model: &M) -> Result<Vec<NamedTensor>> {
    let reader = Reader::of(model);
    let values = read_all(reader.reads).await?;
    Ok(named(reader.names, values))
}

/// [`read_parameters`] on the CPU, which hands everything over at once.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over.
#[cfg(feature = "cpu")]
pub fn read_parameters_now<M: Module>(model: &M) -> Result<Vec<NamedTensor>> {
    let reader = Reader::of(model);
    let values = read_now(reader.reads)?;
    Ok(named(reader.names, values))
}

fn named(names: Vec<(String, Vec<usize>)>, values: Vec<Vec<f32>>) -> Vec<NamedTensor> {
    let tensors = names.into_iter().zip(values);
    tensors.map(|((name, shape), values)| NamedTensor { name, shape, values }).collect()
}

impl Reader {
    fn of<M: Module>(model: &M) -> Self {
        let mut reader = Self { path: ParameterPath::default(), names: Vec::new(), reads: Transaction::default() };
        visit_parameters(model, &mut reader);
        reader
    }
}

struct GradientReader<'a> {
    path: ParameterPath,
    gradients: &'a GradientsParams,
    found: Vec<(String, Vec<usize>, bool)>,
    reads: Transaction,
}

impl ModuleVisitor for GradientReader<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }
    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let gradient = self.gradients.get::<D>(param.id);
        self.found.push((self.path.name(), param.val().dims().to_vec(), gradient.is_some()));
        if let Some(gradient) = gradient {
            self.reads = std::mem::take(&mut self.reads).register(gradient);
        }
    }
}

struct Gather {
    gradients: Gradients,
    gathered: GradientsParams,
}

impl ModuleVisitor for Gather {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        // Frozen tables may lie on a device without autodiff, which cannot be asked for a gradient.
        let gradient = if param.is_require_grad() { param.val().grad_remove(&mut self.gradients) } else { None };
        if let Some(gradient) = gradient {
            self.gathered.register(param.id, gradient);
        }
    }
}

/// The gradients of a loss by the parameters of a model.
pub fn gradients_of<M: Module>(model: &M, loss: &Tensor<1>) -> GradientsParams {
    let mut gather = Gather { gradients: loss.backward(), gathered: GradientsParams::new() };
    visit_parameters(model, &mut gather);
    gather.gathered
}

struct Count(usize);

impl ModuleVisitor for Count {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.0 += param.lazy_shape().num_elements();
    }
}

/// Numbers in all parameters of a model.
pub fn count_parameters<M: Module>(model: &M) -> usize {
    let mut count = Count(0);
    visit_parameters(model, &mut count);
    count.0
}

struct Move<'a>(&'a Device);

impl ModuleMapper for Move<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        param.to_device(self.0)
    }
}

/// The model on another device.
pub fn moved<M: Module>(model: M, device: &Device) -> M {
    map_parameters(model, &mut Move(device))
}

/// Reads the gradient of every parameter in one round trip; zeros where the loss does not reach.
///
/// # Errors
/// [`Error::DeviceRefused`] if the device cannot hand them over.
pub async fn read_gradients<M: Module>(model: &M, gradients: &GradientsParams) -> Result<Vec<NamedTensor>> {
    let mut reader =
        GradientReader { path: ParameterPath::default(), gradients, found: Vec::new(), reads: Transaction::default() };
    visit_parameters(model, &mut reader);
    let mut values = read_all(reader.reads).await?.into_iter();
    let tensors = reader.found.into_iter().map(|(name, shape, reached)| {
        let read = if reached { values.next() } else { None };
        let values = read.unwrap_or_else(|| vec![0.0; shape.iter().product()]);
        NamedTensor { name, shape, values }
    });
    Ok(tensors.collect())
}

struct Writer {
    path: ParameterPath,
    tensors: BTreeMap<String, NamedTensor>,
    problem: Option<Error>,
}

impl ModuleMapper for Writer {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }
    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let name = self.path.name();
        let expected = param.val().dims();
        let Some(tensor) = self.tensors.remove(&name) else {
            self.problem.get_or_insert(Error::Weights {
                tensor: name,
                found: "nothing".into(),
                expected: format!("shape {expected:?}"),
            });
            return param;
        };
        if tensor.shape != expected {
            self.problem.get_or_insert(Error::Weights {
                tensor: name,
                found: format!("shape {:?}", tensor.shape),
                expected: format!("shape {expected:?}"),
            });
            return param;
        }
        let (id, old, mapper) = param.consume();
        let tracked = old.is_require_grad();
        let value = Tensor::from_data(TensorData::new(tensor.values, expected), &old.device());
        Param::from_mapped_value(id, if tracked { value.require_grad() } else { value }, mapper)
    }
}

/// The model with its parameters replaced by the tensors of the same names.
///
/// # Errors
/// [`Error::Weights`] for the first parameter that is missing, has another shape, or belongs to no field.
pub fn with_parameters<M: Module>(model: M, tensors: Vec<NamedTensor>) -> Result<M> {
    let tensors = tensors.into_iter().map(|tensor| (tensor.name.clone(), tensor)).collect();
    let mut writer = Writer { path: ParameterPath::default(), tensors, problem: None };
    let model = map_parameters(model, &mut writer);
    if let Some(problem) = writer.problem {
        return Err(problem);
    }
    match writer.tensors.into_values().next() {
        None => Ok(model),
        Some(extra) => Err(Error::Weights {
            tensor: extra.name,
            found: format!("shape {:?}", extra.shape),
            expected: "no such tensor".into(),
        }),
    }
}
