import type { Tick } from '../view/option-names.js';

interface TicksProperties {
  id: string;
  label: string;
  description?: string;
  ticks: readonly Tick[];
  value: readonly string[] | undefined;
  onValue: (value: readonly string[] | undefined) => void;
}

/** A list of few things, each to be ticked. */
export function Ticks({ id, label, description, ticks, value = [], onValue }: TicksProperties) {
  const isOn = ({ values }: Tick) => values.every((one) => value.includes(one));
  const toggle = (tick: Tick) => {
    const wanted = ticks.filter((one) => (one === tick) !== isOn(one)).flatMap(({ values }) => values);
    onValue(wanted.length > 0 ? [...new Set(wanted)] : undefined);
  };
  return (
    <fieldset class="option ticks" id={id} aria-describedby={description && `${id}-description`}>
      <legend>{label}</legend>
      {ticks.map((tick) => (
        <label key={tick.values[0]}>
          <input type="checkbox" checked={isOn(tick)} onChange={() => toggle(tick)} />
          {tick.label}
        </label>
      ))}
      {description && (
        <p id={`${id}-description`} class="hint">
          {description}
        </p>
      )}
    </fieldset>
  );
}
