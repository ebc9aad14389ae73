// How a figure stands to its target, while it is typed: the same exact decimals and the same rounding as the server's Outcome.

/** Decimals that are carried: a share of people has 4 + 4 + 2. */
const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);

/** Whole multiples of 10⁻¹². */
function exact(value) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? /^(-?)(\d+)(?:\.(\d+))?$/.exec(Number(value).toFixed(PLACES));
  return BigInt(`${sign}${whole}${part.slice(0, PLACES).padEnd(PLACES, '0')}`);
}

const decimalsOf = (value) => (String(value).split('.')[1] ?? '').length;

function plain(value) {
  const digits = String(value < 0n ? -value : value).padStart(PLACES + 1, '0');
  return Number(`${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`);
}

/** To a whole number, half up; of nothing below zero. */
const rounded = (value) => ((value + ONE / 2n) / ONE) * ONE;

/** A limit that was rounded to whole people includes itself. */
const INCLUDED = {MORE_THAN: 'AT_LEAST', LESS_THAN: 'AT_MOST'};
const REACHED = {
  AT_LEAST: (one, other) => one >= other, MORE_THAN: (one, other) => one > other, EXACTLY: (one, other) => one === other,
  AT_MOST: (one, other) => one <= other, LESS_THAN: (one, other) => one < other,
};

/** Whether the share may be the rounded one of a whole number: not further from it than half its last digit. */
function isWhole(people, base, value) {
  const away = people - rounded(people);
  return (away < 0n ? -away : away) * 200n * 10n ** BigInt(decimalsOf(value)) <= base;
}

/**
 * @param {{comparator, target, rounding, base, limit}} row a target as the server gives it
 * @param {number|null} value what counts for it
 * @returns {{deviation, people, peopleShort, reached}|null} null without a value: not judged
 */
export function outcomeOf({comparator, target, rounding, base, limit}, value) {
  if (value === null || value === undefined) {
    return null;
  }
  if (comparator === 'DONE' || target === null) {
    return {deviation: null, people: null, peopleShort: null, reached: value > 0};
  }
  const share = base === null ? null : (exact(base) * exact(value)) / (100n * ONE);
  const whole = share !== null && rounding !== null && rounding !== 'NONE' && isWhole(share, exact(base), value);
  const people = whole ? rounded(share) : share;
  return {
    deviation: plain(exact(value) - exact(target)),
    people: people === null ? null : plain(people),
    peopleShort: people === null || limit === null ? null : plain(people - exact(limit)),
    reached: whole && limit !== null ? REACHED[INCLUDED[comparator] ?? comparator](people, exact(limit))
      : REACHED[comparator](exact(value), exact(target)),
  };
}
