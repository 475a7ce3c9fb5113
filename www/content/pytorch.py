import json
import torch

def load(path):
    """The tensors of a safetensors file, by name."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = bytearray(file.read())
    kinds = {"F32": torch.float32, "F16": torch.float16}
    state = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            state[name] = torch.frombuffer(data[begin:end], dtype=kinds[entry["dtype"]]).reshape(entry["shape"])
    return state

def fill(model, state):
    """Into a released model; its attribute tables lie outside its state, so they are handed back."""
    tables = {name: state.pop(name) for name in list(state) if name.startswith("feature_embed_layer_list")}
    model.load_state_dict(state)
    return tables
