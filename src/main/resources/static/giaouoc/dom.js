// Building DOM nodes. Data only ever enters the page as text nodes or attributes, never as markup: that is why no
// module of these forms uses innerHTML.

let lastId = 0;

/** An id that is unique on the page, for labels and aria-describedby. */
export function newId() {
  lastId += 1;
  return `gu-${lastId}`;
}

/**
 * Creates an element.
 * @param {string} tag element name, optionally with classes: "div.gu-box.gu-wide"
 * @param {Object<string, *>} [attributes] `on…` functions become listeners, booleans become boolean attributes,
 *        null and undefined are left out
 * @param {...(Node|string|Array|null|undefined)} children strings become text; null, undefined and false are left out
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) {
    node.className = classes.join(' ');
  }
  for (const [key, value] of Object.entries(attributes ?? {})) {
    setAttribute(node, key, value);
  }
  append(node, children);
  return node;
}

function setAttribute(node, key, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (typeof value === 'function') {
    node.addEventListener(key.slice(2).toLowerCase(), value);
  } else {
    node.setAttribute(key, value === true ? '' : String(value));
  }
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) {
      continue;
    }
    node.append(child instanceof Node ? child : String(child));
  }
}

/** A button that does something on the page; never submits the form around it. */
export function button(label, onClick, className = 'gu-button', attributes = {}) {
  return h(`button.${className.split(' ').join('.')}`, {type: 'button', onclick: onClick, ...attributes}, label);
}

/** Long text as paragraphs: each line as the official typed it, nothing "cleaned". */
export function paragraphs(text, className = 'gu-p') {
  return String(text ?? '').split('\n').filter((line) => line.trim() !== '').map((line) => h(`p.${className}`, {}, line));
}

/** Tells the form that a value changed by other means than typing (row added, file removed). */
export function announceChange(node) {
  node.dispatchEvent(new Event('input', {bubbles: true}));
}
