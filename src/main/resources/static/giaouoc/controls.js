// The input controls. Every control is a Control: it reads and writes one value of the form's JSON, finds the part an
// error path such as "targets[0].unit" speaks of, and shows the error there.

import {announceChange, button, h, newId} from './dom.js';
import {fileAddress, send, upload} from './server.js';
import {still} from './still.js';
import {dateComplaint, given, parseDate, parseNumber, searchable, showDate, showNumber, showSize} from './text.js';

/** What tells a row from the others, by the name of its field. */
const TELLING = ['name', 'title', 'content', 'text', 'unit', 'inspector', 'targetId', 'measure', 'theme', 'award'];
const LONGEST_NAME = 60;

const tokensOf = (path) => path.match(/[^.[\]]+/g) ?? [];

/** One value of the form. Subclasses build `node` and implement read and write. */
export class Control {
  constructor(name) {
    this.name = name;
  }

  /** What a control gives while it is hidden: the question is not asked. */
  get nothing() {
    return null;
  }

  get shown() {
    return !this.node.hidden;
  }

  show(visible) {
    this.node.hidden = !visible;
    return this;
  }

  value() {
    return this.shown ? this.read() : this.nothing;
  }

  /** @returns {Control|null} the control an error path leads to */
  find(tokens) {
    return tokens.length === 0 ? this : null;
  }

  /** Mistakes the browser can see itself, because the value could not even be sent. @returns {{control, message}[]} */
  mistakes() {
    return [];
  }

  clearErrors() {}

  /** What stands in it, in words; empty for none. */
  get words() {
    return '';
  }

  /** Which of several of its kind this is: "Các chỉ tiêu, dòng 2 (Tỷ lệ hộ nghèo)". Nothing for the only one. */
  get place() {
    const above = this.container?.place;
    const here = this.container?.nameOf?.(this);
    return [above, here].filter(Boolean).join(' – ');
  }

  /** The field that shows what is wrong here: itself, else the first of its row, else what the row belongs to. @returns {Control|null} */
  get shownAt() {
    if (this.showError && this.shown) {
      return this;
    }
    const beside = this.container && this.controls?.find((control) => control.showError && control.shown);
    return beside ?? this.container?.shownAt ?? null;
  }
}

/** A control with label, hint and a place for its error. */
class Field extends Control {
  constructor({name, label, hint, required = false, quiet = false}) {
    super(name);
    this.error = h('p.gu-error', {id: newId(), role: 'alert', hidden: true});
    this.hint = hint ? h('p.gu-hint', {id: newId()}, hint) : null;
    this.labelText = label;
    this.required = required;
    this.quiet = quiet;
  }

  /** Label above one input element. */
  frame(input, className = '') {
    this.input = input;
    input.id = newId();
    this.describe();
    this.node = h('div.gu-field', {'data-field': this.name},
      h('label.gu-label', {for: input.id}, this.labelText, this.star()), input, this.hint, this.error);
    this.finish(className);
  }

  /** Legend above several inputs. */
  frameGroup(content, className = '') {
    const legend = h('div.gu-label', {id: newId()}, this.labelText, this.star());
    this.input = content;
    content.setAttribute('aria-labelledby', legend.id);
    this.describe();
    this.node = h('div.gu-field', {'data-field': this.name}, legend, this.hint, content, this.error);
    this.finish(className);
  }

  finish(className) {
    className.split(' ').filter(Boolean).forEach((name) => this.node.classList.add(name));
    if (!this.keepsErrors) {
      this.node.addEventListener('input', () => this.clearOwnError()); // what was said of other rows stays
    }
  }

  star() {
    this.mark = h('span.gu-star', {title: 'Bắt buộc'}, this.required ? ' *' : '');
    return this.mark;
  }

  /** Whether it has to be filled in depends on what is chosen elsewhere. */
  require(required) {
    this.required = required;
    this.mark.textContent = required ? ' *' : '';
    this.input.setAttribute('aria-required', String(required));
  }

  describe() {
    this.input.setAttribute('aria-describedby', [this.hint?.id, this.error.id].filter(Boolean).join(' '));
    if (this.required) {
      this.input.setAttribute('aria-required', 'true');
    }
  }

  showError(message) {
    this.error.textContent = message;
    this.error.hidden = false;
    this.node.classList.add('gu-wrong');
    this.input.setAttribute('aria-invalid', 'true');
  }

  clearErrors() {
    this.clearOwnError();
  }

  clearOwnError() {
    this.error.hidden = true;
    this.error.textContent = '';
    this.node.classList.remove('gu-wrong');
    this.input.removeAttribute('aria-invalid');
  }

  /** The label, and of which row. */
  get fullName() {
    return [this.place, this.labelText].filter(Boolean).join(' – ');
  }

  focus() {
    const target = this.input.matches('input, textarea, select') ? this.input
      : this.input.querySelector('input:not([type=file]), textarea, select, button') ?? this.input;
    this.node.closest('details')?.setAttribute('open', '');
    this.node.scrollIntoView({block: 'center'});
    target.focus({preventScroll: true});
  }
}

/** One line or several lines of text; kept as typed, only brought to NFC. */
export class Text extends Field {
  /** @param options rows: 1 is a single line; placeholder; suffix: fixed text behind the input */
  constructor({rows = 1, placeholder, suffix, className = '', ...options}) {
    super(options);
    const input = rows > 1 ? h('textarea.gu-input', {rows, placeholder}) : h('input.gu-input', {type: 'text', placeholder, autocomplete: 'off'});
    this.frame(input, className);
    if (suffix) {
      const line = h('div.gu-affixed');
      input.replaceWith(line);
      line.append(input, h('span.gu-affix', {}, suffix));
    }
    if (rows > 1) {
      input.addEventListener('input', () => this.grow());
    }
  }

  read() {
    return given(this.input.value);
  }

  write(value) {
    this.input.value = value ?? '';
    if (this.input.tagName === 'TEXTAREA') {
      requestAnimationFrame(() => this.grow());
    }
  }

  get words() {
    return this.input.value.trim();
  }

  /** A long text is read as a whole, not through a slit. */
  grow() {
    if (this.input.scrollHeight > this.input.clientHeight) {
      this.input.style.height = `${Math.min(this.input.scrollHeight + 4, 600)}px`;
    }
  }
}

/** Text that stands for another kind of value: what cannot be understood is said at once, on leaving the field. */
class Parsed extends Text {
  /** @param options complaint: (text) => what is wrong with it */
  constructor({parse, display, complaint, ...options}) {
    super(options);
    Object.assign(this, {parse, display, complaint: () => complaint(this.input.value)});
    this.input.addEventListener('change', () => this.tidy());
  }

  tidy() {
    const value = this.read();
    if (value === undefined) {
      this.showError(this.complaint());
    } else {
      this.input.value = this.display(value);
    }
  }

  /** @returns the value, null when empty, undefined when it cannot be understood */
  read() {
    return this.input.value.trim() === '' ? null : this.parse(this.input.value);
  }

  value() {
    return super.value() ?? null;
  }

  write(value) {
    this.input.value = this.display(value);
  }

  mistakes() {
    return this.shown && this.read() === undefined ? [{control: this, message: this.complaint()}] : [];
  }
}

/**
 * A date as dd/MM/yyyy, sent as ISO. Not the browser's date input: that one follows the browser's language, and an
 * English browser would show the month first.
 */
export class DateText extends Parsed {
  constructor(options) {
    super({parse: parseDate, display: showDate, placeholder: 'ngày/tháng/năm',
      complaint: dateComplaint,
      className: 'gu-short', ...options});
    this.input.setAttribute('inputmode', 'numeric');
  }
}

/** What the database keeps exactly, and what a number of the browser does. */
const MOST_DECIMALS = 4;
const MOST_DIGITS = 15;

/** A number written the Vietnamese way, sent as a JSON number: exactly what is shown, or not at all. */
export class NumberText extends Parsed {
  constructor({whole = false, ...options}) {
    super({
      parse: (text) => {
        const number = parseNumber(text);
        return number === undefined || tooLong(text) || whole && !Number.isInteger(number) ? undefined : number;
      },
      display: showNumber,
      complaint: (text) => (whole ? 'Ghi một số nguyên, ví dụ 7.' : parseNumber(text) !== undefined && tooLong(text)
        || 'Không đọc được số. Ghi theo dạng 1.234,5 (dấu phẩy trước phần thập phân).'),
      className: 'gu-short', ...options});
    this.input.setAttribute('inputmode', 'decimal');
    // One digit too many is said while it is typed.
    this.node.addEventListener('input', () => {
      if (!whole && parseNumber(this.input.value) !== undefined && tooLong(this.input.value)) {
        this.showError(this.complaint());
      }
    });
  }
}

/** What is too long about a number; null for one that can be kept as it is written. */
function tooLong(text) {
  const [before, after = ''] = text.replace(/[^\d,]/g, '').split(',');
  const decimals = after.replace(/0+$/, '').length;
  if (decimals > MOST_DECIMALS) {
    return `Tối đa ${MOST_DECIMALS} chữ số sau dấu phẩy; làm tròn, ví dụ ${showNumber(parseNumber(text))}.`;
  }
  return before.replace(/^0+/, '').length + decimals > MOST_DIGITS ? `Số quá dài: tối đa ${MOST_DIGITS} chữ số, kể cả phần thập phân.` : null;
}

/** A year: a number without a dot for thousands. */
export class YearText extends NumberText {
  constructor(options) {
    super({whole: true, display: (year) => String(year ?? ''), complaint: () => 'Ghi năm bằng số, ví dụ 2026.', ...options});
  }
}

/** One of several codes, in a drop-down list. */
export class Select extends Field {
  /** @param options list: [{code, name}]; empty: text of "nothing chosen", or null when something must be chosen */
  constructor({list, empty = '– Chọn –', className = '', ...options}) {
    super(options);
    this.frame(h('select.gu-input', {},
      empty === null ? null : h('option', {value: ''}, empty),
      list.map(({code, name}) => h('option', {value: code}, name))), className);
  }

  read() {
    return this.input.value || null;
  }

  get words() {
    return this.input.value ? this.input.selectedOptions[0]?.textContent ?? '' : '';
  }

  write(value) {
    if (value && ![...this.input.options].some((option) => option.value === value)) {
      // A stored choice that is no longer offered (unit closed meanwhile) stays visible instead of vanishing silently.
      this.input.append(h('option', {value}, value));
    }
    this.input.value = value ?? (this.input.options[0]?.value ?? '');
  }
}

/** One of few codes, as radio buttons with an explanation each. */
export class Choice extends Field {
  /** @param options list: [{code, name, hint?, tone?}]; values may be any JSON scalar */
  constructor({list, className = '', ...options}) {
    super(options);
    this.list = list;
    const group = newId();
    this.radios = list.map(() => h('input', {type: 'radio', name: group}));
    this.frameGroup(h('div.gu-choices', {role: 'radiogroup'}, list.map(({name, hint, tone}, index) =>
      h('label.gu-choice', {'data-tone': tone}, this.radios[index],
        h('span', {}, h('span.gu-choice-name', {}, name), hint ? h('span.gu-hint', {}, hint) : null)))), className);
  }

  read() {
    return this.list.find((entry, index) => this.radios[index].checked)?.code ?? null;
  }

  write(value) {
    this.list.forEach(({code}, index) => {
      this.radios[index].checked = code === value;
    });
  }
}

/** Yes or no as one check box. */
export class Check extends Field {
  constructor(options) {
    super(options);
    const box = h('input', {type: 'checkbox', id: newId()});
    this.input = box;
    this.describe();
    this.node = h('div.gu-field', {'data-field': this.name},
      h('label.gu-check', {for: box.id}, box, h('span', {}, this.labelText)), this.hint, this.error);
    this.finish('');
  }

  get nothing() {
    return false;
  }

  read() {
    return this.input.checked;
  }

  write(value) {
    this.input.checked = value === true;
  }
}

/** Several of a few codes. */
export class Checks extends Field {
  constructor({list, className = '', ...options}) {
    super(options);
    this.list = list;
    this.boxes = list.map(() => h('input', {type: 'checkbox'}));
    this.frameGroup(h('div.gu-checks', {role: 'group'}, list.map(({name, note}, index) =>
      h('label.gu-check', {}, this.boxes[index], h('span', {}, name, note ? h('span.gu-note', {}, ` ${note}`) : null)))), className);
  }

  get nothing() {
    return [];
  }

  read() {
    return this.list.filter((entry, index) => this.boxes[index].checked).map(({code}) => code);
  }

  write(codes) {
    this.list.forEach(({code}, index) => {
      this.boxes[index].checked = (codes ?? []).includes(code);
    });
  }
}

/** Several of many units: grouped by kind, found by typing, whole groups at once. */
export class UnitPicker extends Field {
  /** @param options units: [{code, name, kind}]; kinds: [{code, name}] */
  constructor({units, kinds, ...options}) {
    super(options);
    this.entries = units.map((unit) => ({...unit, text: searchable(unit.name), box: h('input', {type: 'checkbox'})}));
    this.summary = h('span.gu-picked', {'aria-live': 'polite'});
    const search = h('input.gu-input', {type: 'search', placeholder: 'Tìm đơn vị…', 'aria-label': 'Tìm đơn vị',
      autocomplete: 'off', oninput: (event) => this.filter(event)});
    this.groups = kinds.map((kind) => this.group(kind)).filter(Boolean);
    this.frameGroup(h('div.gu-picker', {role: 'group', onchange: () => this.count()},
      h('div.gu-picker-head', {}, search, this.summary),
      h('div.gu-picker-list', {tabindex: '-1'}, this.groups.map(({node}) => node))));
    this.count();
  }

  get nothing() {
    return [];
  }

  group(kind) {
    const entries = this.entries.filter((entry) => entry.kind === kind.code);
    if (entries.length === 0) {
      return null;
    }
    entries.forEach((entry) => {
      entry.node = h('label.gu-check', {}, entry.box, h('span', {}, entry.name));
    });
    const all = button('Chọn cả nhóm', () => this.toggle(entries), 'gu-link');
    return {entries, all, node: h('div.gu-picker-group', {}, h('div.gu-picker-kind', {}, kind.name, all), entries.map(({node}) => node))};
  }

  toggle(entries) {
    const visible = entries.filter(({node}) => !node.hidden);
    const check = visible.some(({box}) => !box.checked);
    visible.forEach(({box}) => {
      box.checked = check;
    });
    this.count();
    announceChange(this.input);
  }

  filter(event) {
    event.stopPropagation();
    const wanted = searchable(event.target.value);
    this.groups.forEach(({entries, node}) => {
      entries.forEach((entry) => {
        entry.node.hidden = !entry.text.includes(wanted);
      });
      node.hidden = entries.every((entry) => entry.node.hidden);
    });
  }

  count() {
    const chosen = this.read().length;
    this.summary.textContent = chosen ? `Đã chọn ${showNumber(chosen)} đơn vị` : 'Chưa chọn đơn vị nào';
    this.groups.forEach(({entries, all}) => {
      all.textContent = entries.every(({box}) => box.checked) ? 'Bỏ cả nhóm' : 'Chọn cả nhóm';
    });
  }

  read() {
    return this.entries.filter(({box}) => box.checked).map(({code}) => code);
  }

  write(codes) {
    this.entries.forEach((entry) => {
      entry.box.checked = (codes ?? []).includes(entry.code);
    });
    this.count();
  }
}

/** A value the form carries along without showing it. */
export class Kept extends Control {
  constructor(name, empty = null) {
    super(name);
    this.node = h('div', {hidden: true});
    this.kept = empty;
    this.empty = empty;
  }

  value() {
    return this.kept;
  }

  write(value) {
    this.kept = value ?? this.empty;
  }
}

/** Controls side by side under one JSON object. */
export class Group extends Control {
  /** @param {Control[]} controls whose values make the object */
  constructor(name, controls, node) {
    super(name);
    this.controls = controls;
    controls.forEach((control) => {
      control.container = this;
    });
    this.node = node ?? h('div.gu-group', {}, controls.map((control) => control.node));
  }

  value() {
    return Object.fromEntries(this.controls.map((control) => [control.name, control.value()]));
  }

  /** After all are filled, a control with `afterWrite` may adapt what depends on it. */
  write(value) {
    this.controls.forEach((control) => control.write(value?.[control.name] ?? control.fallback ?? null));
    this.controls.forEach((control) => control.afterWrite?.());
  }

  get(name) {
    return this.controls.find((control) => control.name === name);
  }

  find([first, ...rest]) {
    return this.get(first)?.find(rest) ?? null;
  }

  at(path) {
    return this.find(tokensOf(path));
  }

  mistakes() {
    return this.controls.flatMap((control) => control.mistakes());
  }

  clearErrors() {
    this.controls.forEach((control) => control.clearErrors());
  }

  get blank() {
    return this.controls.every((control) => isBlank(control.value()));
  }

  /** What tells this row from others. */
  get words() {
    return TELLING.map((name) => this.get(name)).find((control) => control?.shown && control.words)?.words ?? '';
  }

  focus() {
    this.controls[0].focus();
  }
}

const shortened = (words) => (words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).trimEnd()}…` : words);

const isBlank = (value) => value === null || value === false || (Array.isArray(value) && value.length === 0);

/** A list whose rows the official adds and removes; rows left wholly empty are not sent. */
export class Rows extends Field {
  /**
   * @param options row: () => Control, a Group for objects or a Text for plain strings; addLabel; columns: CSS grid
   *        columns of a row on a wide screen; minimum: rows shown at the start
   */
  constructor({row, addLabel, columns, minimum = 0, ...options}) {
    super(options);
    Object.assign(this, {makeRow: row, columns, minimum});
    this.rows = [];
    this.list = h('div.gu-rows', {role: 'list'});
    this.add = button(`+ ${addLabel}`, () => this.addRow().focus(), 'gu-button gu-small');
    this.frameGroup(h('div', {role: 'group'}, this.list, this.add), 'gu-block');
  }

  get nothing() {
    return [];
  }

  addRow(value) {
    const control = this.makeRow();
    control.container = this;
    const remove = button('×', () => this.removeRow(control), 'gu-remove', {'aria-label': 'Bỏ dòng này', title: 'Bỏ dòng này'});
    const node = h('div.gu-row', {role: 'listitem'}, control.node, remove);
    node.style.setProperty('--gu-columns', this.columns ?? 'minmax(0, 1fr)'); // no attribute: our own pages allow none
    this.rows.push({control, node});
    this.list.append(node);
    control.write(value ?? null);
    return control;
  }

  removeRow(control) {
    const index = this.rows.findIndex((row) => row.control === control);
    this.rows.splice(index, 1)[0].node.remove();
    (this.rows[Math.min(index, this.rows.length - 1)]?.control ?? {focus: () => this.add.focus()}).focus();
    announceChange(this.add);
  }

  /** The row as the official counts it, empty ones included, with what stands in it. */
  nameOf(control) {
    const words = control instanceof Group ? control.words : '';
    return `${this.labelText}, dòng ${this.rows.findIndex((row) => row.control === control) + 1}${words ? ` (${shortened(words)})` : ''}`;
  }

  /** The rows that are sent, in order: an error path counts these, not the empty ones between them. */
  get filled() {
    return this.rows.map(({control}) => control).filter((control) =>
      control.mistakes().length > 0 || !(control instanceof Group ? control.blank : isBlank(control.value())));
  }

  read() {
    return this.filled.map((control) => control.value());
  }

  write(values) {
    this.rows.forEach(({node}) => node.remove());
    this.rows = [];
    (values ?? []).forEach((value) => this.addRow(value));
    while (this.rows.length < this.minimum) {
      this.addRow();
    }
  }

  find([index, ...rest]) {
    if (index === undefined) {
      return this;
    }
    const row = this.filled[Number(index)];
    return row?.find(rest) ?? row?.controls?.[0] ?? this;
  }

  mistakes() {
    return this.shown ? this.rows.flatMap(({control}) => control.mistakes()) : [];
  }

  clearErrors() {
    super.clearErrors();
    this.rows.forEach(({control}) => control.clearErrors());
  }
}

/** A list whose rows are given: the official fills them in, adds and removes none. Each row is found by its key, not its place. */
export class FixedRows extends Field {
  /** @param options entries: what the rows are about, each with name or title; key: name of the field that tells them apart; row: (entry) => Group */
  constructor({entries, key, row, none, ...options}) {
    super(options);
    this.key = key;
    this.rows = entries.map((entry) => ({entry, control: row(entry)}));
    this.rows.forEach(({control}) => {
      control.container = this;
    });
    this.frameGroup(h('div', {role: 'group'}, this.rows.length ? this.rows.map(({control}) => h('div.gu-fixed-row', {}, control.node))
      : h('p.gu-note', {}, none)), 'gu-block');
  }

  get nothing() {
    return [];
  }

  nameOf(control) {
    const {entry} = this.rows.find((row) => row.control === control);
    return shortened(entry.name ?? entry.title ?? '');
  }

  read() {
    return this.rows.map(({entry, control}) => ({[this.key]: entry[this.key], ...control.value()}));
  }

  write(values) {
    const byKey = new Map((values ?? []).map((value) => [value[this.key], value]));
    this.rows.forEach(({entry, control}) => control.write(byKey.get(entry[this.key]) ?? null));
  }

  find([index, ...rest]) {
    const row = index === undefined ? null : this.rows[Number(index)]?.control;
    return row?.find(rest) ?? row?.controls?.[0] ?? this;
  }

  mistakes() {
    return this.shown ? this.rows.flatMap(({control}) => control.mistakes()) : [];
  }

  clearErrors() {
    super.clearErrors();
    this.rows.forEach(({control}) => control.clearErrors());
  }
}

const KINDS = {
  ALL: {accept: '.pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg', told: 'PDF, DOCX, XLSX, ODT, PNG, JPEG'},
  PDF: {accept: '.pdf', told: 'PDF'},
};
const LARGEST = 20 * 1024 * 1024;
const STILL_COMING = 'Tệp đang được tải lên. Chờ tải xong rồi thử lại.';

/** Files that go with the answer. Uploaded at once; they belong to the uploader until the form is completed. */
export class Files extends Field {
  /** @param options kind: 'ALL' or 'PDF'; most: number of files at most */
  constructor({kind = 'ALL', most = 20, ...options}) {
    const {accept, told} = KINDS[kind];
    super({hint: most === 1 ? `Một tệp ${told}, không quá 20 MB.` : `Tối đa ${most} tệp, mỗi tệp không quá 20 MB: ${told}.`, ...options});
    Object.assign(this, {accept, told, most});
    // One file may be refused while another arrives: its complaint stays until files are chosen or removed again.
    this.keepsErrors = true;
    this.files = [];
    this.uploading = 0;
    this.list = h('ul.gu-files');
    this.chooser = h('input.gu-hidden', {type: 'file', accept, multiple: most > 1, tabindex: '-1', 'aria-hidden': 'true',
      oninput: (event) => event.stopPropagation(), onchange: () => this.take()});
    this.pick = button(most === 1 ? 'Chọn tệp…' : 'Thêm tệp…', () => this.chooser.click(), 'gu-button gu-small');
    this.frameGroup(h('div.gu-drop', {role: 'group'}, this.list, this.chooser, this.pick), 'gu-block');
    this.acceptDrops();
  }

  get nothing() {
    return [];
  }

  acceptDrops() {
    this.input.addEventListener('dragover', (event) => event.preventDefault());
    this.input.addEventListener('drop', (event) => {
      event.preventDefault();
      if (!this.input.matches(':disabled') && !this.node.closest('fieldset:disabled')) {
        this.takeAll([...event.dataTransfer.files]);
      }
    });
  }

  take() {
    const chosen = [...this.chooser.files];
    this.chooser.value = '';
    this.takeAll(chosen);
  }

  takeAll(chosen) {
    this.clearErrors();
    chosen.forEach((file) => {
      const objection = this.objection(file);
      if (objection) {
        this.showError(objection);
      } else {
        this.start(file);
      }
    });
  }

  /** Only to spare a useless upload: the server decides by content, not by name. */
  objection(file) {
    if (this.files.length + this.uploading >= this.most) {
      return this.most === 1 ? 'Chỉ đính kèm một tệp. Hãy bỏ tệp cũ trước.' : `Chỉ đính kèm tối đa ${this.most} tệp.`;
    }
    if (file.size > LARGEST) {
      return `Tệp “${file.name}” (${showSize(file.size)}) lớn hơn 20 MB.`;
    }
    if (!this.accept.split(',').some((ending) => file.name.toLowerCase().endsWith(ending))) {
      return `Tệp “${file.name}” không đúng loại. Chỉ nhận ${this.told}.`;
    }
    return null;
  }

  async start(file) {
    const bar = h('progress.gu-progress', {max: '1', value: '0', 'aria-label': `Đang tải lên ${file.name}`});
    const line = h('li.gu-file', {}, h('span.gu-file-name', {}, file.name), h('span.gu-note', {}, showSize(file.size)), bar);
    this.list.append(line);
    this.uploading += 1;
    try {
      const stored = await upload(file, (share) => {
        bar.value = share;
      });
      await still();
      this.files.push({...stored, fresh: true});
      announceChange(this.input);
    } catch (refusal) {
      await still();
      this.showError(refusal.message.includes(file.name) ? refusal.message : `Chưa tải lên được “${file.name}”: ${refusal.message}`);
    } finally {
      this.uploading -= 1;
      line.remove();
      this.draw();
      if (this.uploading === 0 && this.error.textContent === STILL_COMING) {
        this.clearErrors();
      }
    }
  }

  draw() {
    const running = [...this.list.children].filter((line) => line.querySelector('progress'));
    this.list.replaceChildren(...this.files.map((file) => h('li.gu-file', {},
      fileLink(file),
      button('Bỏ', () => this.remove(file), 'gu-link', {'aria-label': `Bỏ tệp ${file.name}`}))), ...running);
  }

  async remove(file) {
    this.clearErrors();
    this.files = this.files.filter((other) => other !== file);
    this.draw();
    announceChange(this.input);
    this.pick.focus();
    if (file.fresh) {
      try {
        await send('DELETE', `/api/forms/files/${encodeURIComponent(file.id)}`);
      } catch (refusal) {
        // The form no longer lists the file, so nothing is lost; only the upload lies unused a little longer.
        console.warn(`Tệp ${file.id} chưa xóa được: ${refusal.message}`);
      }
    }
  }

  read() {
    return this.files.map(({id, name}) => ({id, name}));
  }

  write(files) {
    this.files = [...(files ?? [])];
    this.draw();
  }

  find() {
    return this;
  }

  mistakes() {
    return this.uploading ? [{control: this, message: STILL_COMING}] : [];
  }
}

/** Name of a stored file as a link that downloads it. */
export function fileLink(file) {
  return h('span.gu-file-name', {},
    h('a', {href: fileAddress(file.id), target: '_blank', rel: 'noopener', download: file.name}, file.name),
    file.size ? h('span.gu-note', {}, ` ${showSize(file.size)}`) : null);
}
