//! One walk through a model for everything that maps its parameters, and one for everything that visits them. A walk is compiled for all
//! twelve models at once; one for each mapper and visitor was a fiftieth of the page's engine.

use std::any::Any;

use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::Tensor;

/// The model as `mapper` changes it: [`Module::map`].
pub fn map_parameters<M: Module>(model: M, mapper: &mut impl ModuleMapper) -> M {
    model.map(&mut Mapper(mapper))
}

/// Shows every float parameter to `visitor`: [`Module::visit`].
pub fn visit_parameters<M: Module>(model: &M, visitor: &mut impl ModuleVisitor) {
    model.visit(&mut Visitor(visitor));
}

/// A mapper, with a method for each rank that parameters have.
trait DynMapper {
    fn enter(&mut self, name: &str, container: &str);
    fn exit(&mut self, name: &str, container: &str);
    fn rank_1(&mut self, param: Param<Tensor<1>>) -> Param<Tensor<1>>;
    fn rank_2(&mut self, param: Param<Tensor<2>>) -> Param<Tensor<2>>;
    fn rank_3(&mut self, param: Param<Tensor<3>>) -> Param<Tensor<3>>;
    fn rank_4(&mut self, param: Param<Tensor<4>>) -> Param<Tensor<4>>;
}

impl<M: ModuleMapper> DynMapper for M {
    fn enter(&mut self, name: &str, container: &str) {
        self.enter_module(name, container);
    }
    fn exit(&mut self, name: &str, container: &str) {
        self.exit_module(name, container);
    }
    fn rank_1(&mut self, param: Param<Tensor<1>>) -> Param<Tensor<1>> {
        self.map_float(param)
    }
    fn rank_2(&mut self, param: Param<Tensor<2>>) -> Param<Tensor<2>> {
        self.map_float(param)
    }
    fn rank_3(&mut self, param: Param<Tensor<3>>) -> Param<Tensor<3>> {
        self.map_float(param)
    }
    fn rank_4(&mut self, param: Param<Tensor<4>>) -> Param<Tensor<4>> {
        self.map_float(param)
    }
}

struct Mapper<'a>(&'a mut dyn DynMapper);

impl ModuleMapper for Mapper<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.0.enter(name, container_type);
    }
    fn exit_module(&mut self, name: &str, container_type: &str) {
        self.0.exit(name, container_type);
    }
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        match D {
            1 => cast(self.0.rank_1(cast(param))),
            2 => cast(self.0.rank_2(cast(param))),
            3 => cast(self.0.rank_3(cast(param))),
            4 => cast(self.0.rank_4(cast(param))),
            _ => unreachable!("no model has a parameter of rank {D}"),
        }
    }
}

/// A visitor, in the same way.
trait DynVisitor {
    fn enter(&mut self, name: &str, container: &str);
    fn exit(&mut self, name: &str, container: &str);
    fn rank_1(&mut self, param: &Param<Tensor<1>>);
    fn rank_2(&mut self, param: &Param<Tensor<2>>);
    fn rank_3(&mut self, param: &Param<Tensor<3>>);
    fn rank_4(&mut self, param: &Param<Tensor<4>>);
}

impl<V: ModuleVisitor> DynVisitor for V {
    fn enter(&mut self, name: &str, container: &str) {
        self.enter_module(name, container);
    }
    fn exit(&mut self, name: &str, container: &str) {
        self.exit_module(name, container);
    }
    fn rank_1(&mut self, param: &Param<Tensor<1>>) {
        self.visit_float(param);
    }
    fn rank_2(&mut self, param: &Param<Tensor<2>>) {
        self.visit_float(param);
    }
    fn rank_3(&mut self, param: &Param<Tensor<3>>) {
        self.visit_float(param);
    }
    fn rank_4(&mut self, param: &Param<Tensor<4>>) {
        self.visit_float(param);
    }
}

struct Visitor<'a>(&'a mut dyn DynVisitor);

impl ModuleVisitor for Visitor<'_> {
    fn enter_module(&mut self, name: &str, container_type: &str) {
        self.0.enter(name, container_type);
    }
    fn exit_module(&mut self, name: &str, container_type: &str) {
        self.0.exit(name, container_type);
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        match D {
            1 => self.0.rank_1(cast_ref(param)),
            2 => self.0.rank_2(cast_ref(param)),
            3 => self.0.rank_3(cast_ref(param)),
            4 => self.0.rank_4(cast_ref(param)),
            _ => unreachable!("no model has a parameter of rank {D}"),
        }
    }
}

const LOOKED_AT: &str = "the rank was looked at";

/// The same value under the type that names its rank: the compiler does not see that `D` is 2 in the arm of 2.
fn cast<A: Any, B: Any>(value: A) -> B {
    *(Box::new(value) as Box<dyn Any>).downcast().expect(LOOKED_AT)
}

fn cast_ref<A: Any, B: Any>(value: &A) -> &B {
    (value as &dyn Any).downcast_ref().expect(LOOKED_AT)
}
