//! The loader in the README reads exported weights, where PyTorch is installed. `PYTHON` names an interpreter other than `python3`.

use std::path::Path;
use std::process::Command;

use burn::tensor::Device;
use dif_sr::data::synthetic::{SyntheticConfig, generate};
use dif_sr::lab::Lab;
use dif_sr::train::checkpoint::{Measured, Precision, read};
use dif_sr::train::released;
use serde_json::Value;

/// A model with the released names of one attention layer, filled by the README's functions; prints what arrived.
const USE: &str = r#"
import sys

class Attention(torch.nn.Module):
    def __init__(self, state):
        super().__init__()
        for name, tensor in state.items():
            if name.endswith(".weight") and tensor.dim() == 2 and ".query_layers." in name:
                self.rows, self.columns = tensor.shape
        self.query_layers = torch.nn.ModuleList([torch.nn.Linear(self.columns, self.rows)])

state = load(sys.argv[1])
print(json.dumps({name: [list(tensor.shape), tensor.flatten().tolist()] for name, tensor in state.items()}))
prefix = "trm_encoder.layer.0.multi_head_attention.query_layers.0."
part = {name.replace(prefix, "query_layers.0."): tensor for name, tensor in state.items() if name.startswith(prefix)}
part.update({name: tensor for name, tensor in state.items() if name.startswith("feature_embed_layer_list")})
model = Attention(state)
tables = fill(model, part)
with torch.no_grad():
    print(json.dumps(model.query_layers[0](tables["feature_embed_layer_list.0.token_seq_embedding_table.item.0.weight"]).tolist()))
"#;

#[test]
fn pytorch_reads_exported_weights_with_the_loader_of_the_readme() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    if !Command::new(&python).args(["-c", "import torch"]).output().is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: {python} has no torch");
        return;
    }
    let made = generate(&SyntheticConfig { sessions: 60, ..SyntheticConfig::default() }).unwrap();
    let mut lab = Lab::new(Device::flex());
    lab.open(made.dataset, Some(made.process));
    lab.start_training(lab.default_config("dif_sr-gate").unwrap(), None).unwrap();
    let bytes = pollster::block_on(lab.snapshot(Measured::default(), "", Precision::Single)).unwrap();
    let (card, tensors) = read(&bytes).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pytorch");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("model.safetensors"), released::write(&card, tensors.clone()).unwrap()).unwrap();
    let readme = include_str!("../../README.md");
    let loader = readme.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    std::fs::write(folder.join("use.py"), format!("{loader}{USE}")).unwrap();
    let output = Command::new(&python).current_dir(&folder).args(["use.py", "model.safetensors"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();

    let ours = |name: &str| tensors.iter().find(|tensor| tensor.name == name).unwrap();
    assert_eq!(lines[0].as_object().unwrap().len(), tensors.len());
    let theirs: (Vec<usize>, Vec<f32>) = serde_json::from_value(lines[0]["item_embedding.weight"].clone()).unwrap();
    assert_eq!(theirs, (ours("item_embedding").shape.clone(), ours("item_embedding").values.clone()));
    // A linear map of PyTorch gives what x W + b gives here.
    let (x, w, b) = ("attribute_embedding.0", "layer.0.attribute_query.0.weight", "layer.0.attribute_query.0.bias");
    let (x, w, b) = (ours(x), ours(w), ours(b));
    let (inner, width) = (w.shape[0], w.shape[1]);
    let found: Vec<Vec<f32>> = serde_json::from_value(lines[1].clone()).unwrap();
    assert_eq!((found.len(), found[0].len()), (x.shape[0], width));
    for (row, found) in x.values.chunks(inner).zip(&found) {
        for (column, found) in found.iter().enumerate() {
            let sum: f32 = row.iter().enumerate().map(|(at, x)| x * w.values[at * width + column]).sum();
            assert!((sum + b.values[column] - found).abs() < 1e-4, "{found}");
        }
    }
}
