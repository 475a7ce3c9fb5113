// Joins what trains to the page: the trainer, how it goes with the screen, and the shelf of models that can answer the visitor's session.
import { attend } from "../../../state/attend";
import { prepareComparison } from "../../../state/compare";
import { offerTrained } from "../../../state/shelf";
import { prepareTrainer } from "../../../state/trainer";
import { connectTrainer } from "../../../worker/connectTrainer";
import { recordLabel } from "./recordLabel";

prepareTrainer(connectTrainer, attend);
prepareComparison({
  connect: connectTrainer,
  offer: offerTrained,
  label: recordLabel,
});
