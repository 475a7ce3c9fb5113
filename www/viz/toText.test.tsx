import { expect, test } from "vitest";
import { toText } from "./toText";

function Twice({ at }: { at: number }) {
  return (
    <>
      <circle cx={at} r={1} />
      <circle cx={2 * at} r={1} />
    </>
  );
}

test("elements, components, lists and nothing become text", () => {
  expect(
    toText(
      <g fill="red">
        <Twice at={1.23456} />
        {[1, 2].map((one) => (
          <text key={one} x={one}>
            {one} {"<b> & “c”"}
          </text>
        ))}
        {false}
        {null}
      </g>,
    ),
  ).toBe(
    '<g fill="red"><circle cx="1.23" r="1"/><circle cx="2.47" r="1"/>' +
      '<text x="1">1 &lt;b&gt; &amp; “c”</text><text x="2">2 &lt;b&gt; &amp; “c”</text></g>',
  );
});

test("what keeps a Korean particle on its line is no part of a file", () => {
  expect(toText(<text aria-label={"5 %\u2060에서"}>{"5 %\u2060에서"}</text>)).toBe(
    '<text aria-label="5 %에서">5 %에서</text>',
  );
});

test("attributes keep the names SVG has and quotes cannot end them", () => {
  expect(toText(<text text-anchor="end" data-name={'a"b'} x={undefined} />)).toBe(
    '<text text-anchor="end" data-name="a&quot;b"/>',
  );
});

test("what only a page can hold is refused", () => {
  expect(() => toText(<rect style={{ fill: "red" }} />)).toThrow("style");
  expect(() => toText(<rect {...{ onClick: () => {} }} />)).toThrow("onClick");
});
