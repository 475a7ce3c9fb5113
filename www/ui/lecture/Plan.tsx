// The lecture as a line: what is planned until the sub-step ends is filled, the tick is the clock.
import "../../styles/plan.css";

export function Plan({ planned, passed }: { planned: number; passed: number | null }) {
  return (
    <div class="plan" aria-hidden="true">
      <i style={`width: ${planned * 100}%`} />
      {passed !== null && <b style={`left: ${Math.min(1, passed) * 100}%`} />}
    </div>
  );
}
