//! One walk through a model for everything that changes its parameters, and one for everything that reads them. A walk is compiled for all
//! seventeen models at once; one for each kind of change was a fiftieth of the page's engine.

use std::any::Any;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::Tensor;

/// The model as `mapper` changes it: [`Module::map`].
pub fn changed<M: Module>(model: M, mapper: &mut impl ModuleMapper) -> M {
    model.map(&mut Change(mapper))
}

/// Shows every parameter to `visitor`: [`Module::visit`].
pub fn visited<M: Module>(model: &M, visitor: &mut impl ModuleVisitor) {
    model.visit(&mut Visit(visitor));
}

/// What changes parameters, with a method for each rank that they have.
trait Changes {
    fn enter(&mut self, name: &str, container: &str);
    fn exit(&mut self, name: &str, container: &str);
    fn one(&mut self, param: Param<Tensor<1>>) -> Param<Tensor<1>>;
    fn two(&mut self, param: Param<Tensor<2>>) -> Param<Tensor<2>>;
    fn three(&mut self, param: Param<Tensor<3>>) -> Param<Tensor<3>>;
    fn four(&mut self, param: Param<Tensor<4>>) -> Param<Tensor<4>>;
}

impl<M: ModuleMapper> Changes for M {
    fn enter(&mut self, name: &str, container: &str) {
        self.enter_module(name, container);
    }
    fn exit(&mut self, name: &str, container: &str) {
        self.exit_module(name, container);
    }
    fn one(&mut self, param: Param<Tensor<1>>) -> Param<Tensor<1>> {
        self.map_float(param)
    }
    fn two(&mut self, param: Param<Tensor<2>>) -> Param<Tensor<2>> {
        self.map_float(param)
    }
    fn three(&mut self, param: Param<Tensor<3>>) -> Param<Tensor<3>> {
        self.map_float(param)
    }
    fn four(&mut self, param: Param<Tensor<4>>) -> Param<Tensor<4>> {
        self.map_float(param)
    }
}

struct Change<'a>(&'a mut dyn Changes);

impl ModuleMapper for Change<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.0.enter(name, container_type);
    }
    fn exit_module(&mut self, name: &str, container_type: &str) {
        self.0.exit(name, container_type);
    }
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        match D {
            1 => same(self.0.one(same(param))),
            2 => same(self.0.two(same(param))),
            3 => same(self.0.three(same(param))),
            4 => same(self.0.four(same(param))),
            _ => unreachable!("no model has a parameter of rank {D}"),
        }
    }
}

/// What reads parameters, in the same way.
trait Reads {
    fn enter(&mut self, name: &str, container: &str);
    fn exit(&mut self, name: &str, container: &str);
    fn one(&mut self, param: &Param<Tensor<1>>);
    fn two(&mut self, param: &Param<Tensor<2>>);
    fn three(&mut self, param: &Param<Tensor<3>>);
    fn four(&mut self, param: &Param<Tensor<4>>);
}

impl<V: ModuleVisitor> Reads for V {
    fn enter(&mut self, name: &str, container: &str) {
        self.enter_module(name, container);
    }
    fn exit(&mut self, name: &str, container: &str) {
        self.exit_module(name, container);
    }
    fn one(&mut self, param: &Param<Tensor<1>>) {
        self.visit_float(param);
    }
    fn two(&mut self, param: &Param<Tensor<2>>) {
        self.visit_float(param);
    }
    fn three(&mut self, param: &Param<Tensor<3>>) {
        self.visit_float(param);
    }
    fn four(&mut self, param: &Param<Tensor<4>>) {
        self.visit_float(param);
    }
}

struct Visit<'a>(&'a mut dyn Reads);

impl ModuleVisitor for Visit<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.0.enter(name, container_type);
    }
    fn exit_module(&mut self, name: &str, container_type: &str) {
        self.0.exit(name, container_type);
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        match D {
            1 => self.0.one(same_ref(param)),
            2 => self.0.two(same_ref(param)),
            3 => self.0.three(same_ref(param)),
            4 => self.0.four(same_ref(param)),
            _ => unreachable!("no model has a parameter of rank {D}"),
        }
    }
}

const LOOKED_AT: &str = "the rank was looked at";

/// A value of a type that is called otherwise where its rank is a variable.
fn same<A: Any, B: Any>(value: A) -> B {
    *(Box::new(value) as Box<dyn Any>).downcast().expect(LOOKED_AT)
}

fn same_ref<A: Any, B: Any>(value: &A) -> &B {
    (value as &dyn Any).downcast_ref().expect(LOOKED_AT)
}
