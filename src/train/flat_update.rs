//! Adam's update of all parameters at once, on devices with kernels of our own.

use std::collections::HashMap;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param, ParamId};
use burn::optim::GradientsParams;
use burn::tensor::Tensor;

use crate::models::{ParameterPath, map_parameters, visit_parameters};
use crate::nn::gpu::{Parameter, Updated};

/// The parameters that have a gradient, in the order of the model, and their ids.
pub fn reached<M: Module>(model: &M, gradients: GradientsParams) -> (Vec<Parameter>, Vec<ParamId>) {
    let mut collect = Collect { path: ParameterPath::default(), gradients, found: Vec::new() };
    visit_parameters(model, &mut collect);
    collect.found.into_iter().unzip()
}

struct Collect {
    path: ParameterPath,
    gradients: GradientsParams,
    found: Vec<(Parameter, ParamId)>,
}

impl ModuleVisitor for Collect {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.path.enter(name, container_type);
    }
    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.exit();
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        if let Some(gradient) = self.gradients.remove::<D>(param.id) {
            let parameter = Parameter::new(self.path.name(), param.val().inner(), gradient);
            self.found.push((parameter, param.id));
        }
    }
}

/// The model with new values for some of its parameters.
pub fn replace<M: Module>(model: M, ids: Vec<ParamId>, updated: Vec<Updated>) -> M {
    map_parameters(model, &mut Replace(ids.into_iter().zip(updated).collect()))
}

struct Replace(HashMap<ParamId, Updated>);

impl ModuleMapper for Replace {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let Some(updated) = self.0.remove(&param.id) else { return param };
        let (id, value, mapper) = param.consume();
        let tracked = value.is_require_grad();
        let value = Tensor::from_inner(updated.values());
        Param::from_mapped_value(id, if tracked { value.require_grad() } else { value }, mapper)
    }
}
