// The ten nearest neighbours of the item that is lit, before and after training, by name: what the circles on the maps stand for.
import { t } from "../../content";
import { catalogue } from "../../state/opened";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { itemName } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { addItem } from "../common/sessionActions";
import { sourceName } from "../common/sourceName";
import { by, keepItem, keptItem, listedItem, shapes } from "./choice";
import { answeredMaps, mapTitle } from "./model";
import { Shape } from "./Values";
import { sharing } from "./values";

export function Nearest() {
  const words = t().map;
  const data = catalogue.value;
  const item = listedItem.value;
  if (!data || item === null) return <p class="note">{words.nearestHint}</p>;
  const name = itemName(data, item);
  const title = (
    <span class="map-item">
      <Pictogram item={data.items[item]} />
      <b>{name}</b>
    </span>
  );
  return (
    <div class="map-nearest">
      <div class="map-nearest-head">
        <h3>
          <Fill text={words.nearest} parts={{ item: title }} />
        </h3>
        <Button onClick={() => addItem(item)}>{words.add(name)}</Button>
        {keptItem.value === item && (
          <Button look="quiet" icon="pin" onClick={() => keepItem(null)}>
            {words.free}
          </Button>
        )}
      </div>
      <div class="map-nearest-lists">
        {answeredMaps.value.map((one, index) => (
          <List key={index} title={mapTitle(one)} item={item} neighbours={one.answer.map.neighbours[item - 1] ?? []} />
        ))}
      </div>
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly item: number;
  readonly neighbours: readonly number[];
}

function List({ title, item, neighbours }: ListProps) {
  const data = catalogue.value;
  const source = by.value;
  const attribute = source?.attribute ?? null;
  if (!data) return null;
  const shares = (one: number) => attribute !== null && sharing(data, attribute, item, [one]) > 0;
  const shared = neighbours.filter(shares).length;
  return (
    <div>
      <p class="map-nearest-title">
        {title}
        {source && `: ${t().map.shares(shared, neighbours.length, sourceName(source).toLowerCase())}`}
      </p>
      <ol class="map-neighbours" style={source ? { color: source.colour } : {}}>
        {neighbours.map((one) => (
          <li key={one} data-shares={shares(one)}>
            <Shape glyph={glyphOf(one)} solid={shares(one)} />
            <span>{itemName(data, one)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function glyphOf(item: number) {
  const shape = shapes.value;
  const worn = shape?.worn[item] ?? null;
  return shape?.values.find(({ id }) => id === worn)?.glyph ?? "dot";
}
