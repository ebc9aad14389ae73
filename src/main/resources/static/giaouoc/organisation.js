// The administrators' page: units and people, who belongs where, who leads, which roles, passwords.

import {button, h} from './dom.js';
import {send} from './server.js';
import {drawSuccession, editSuccession, successionRow} from './succession.js';
import {nameOf} from './text.js';

const API = '/api/v1/organisation';
const main = document.getElementById('main');
let data = {units: [], people: [], kinds: [], roles: [], successions: [], successionKinds: []};
let tab = 'people';
let words = '';
const list = h('section.adm-panel');
const editor = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, editor);

/** One labelled input with a place for its error; {@code field} is the name the server uses in errors. */
function input(field, label, value, options = {}) {
  const control = h('input.gu-input', {type: options.type ?? 'text', value: value ?? '', id: `f-${field}`, disabled: options.disabled === true,
    autocomplete: 'off'});
  return {field, control, node: h('div.adm-field', {}, h('label', {for: `f-${field}`}, label), control, error(field)), value: () => control.value.trim()};
}

const error = (field) => h('p.gu-error', {'data-error': field, role: 'alert', hidden: true});

function check(label, checked) {
  const control = h('input', {type: 'checkbox', checked});
  return {control, node: h('label', {}, control, ' ', label), value: () => control.checked};
}

function select(list2, value, empty) {
  return h('select.gu-input', {}, empty ? h('option', {value: ''}, empty) : null,
    list2.map(({code, name}) => h('option', {value: code, selected: code === value}, name)));
}

const fits = (...texts) => texts.join(' ').toLowerCase().normalize('NFC').includes(words);

function drawList() {
  const search = h('input.gu-input', {type: 'search', placeholder: 'Tìm theo tên, mã…', value: words, 'aria-label': 'Tìm',
    oninput: (event) => {
      words = event.target.value.toLowerCase().normalize('NFC');
      drawRows();
    }});
  const tabs = [['people', `Người dùng (${data.people.length})`], ['units', `Đơn vị (${data.units.length})`],
    ['successions', `Sáp nhập, chia tách, giải thể (${data.successions.length})`]].map(([code, name]) =>
    h('button.gu-button', {type: 'button', role: 'tab', 'aria-selected': String(tab === code), onclick: () => {
      tab = code;
      drawList();
    }}, name));
  const [label, edit] = {people: ['Thêm người dùng', () => editPerson(null)], units: ['Thêm đơn vị', () => editUnit(null)],
    successions: ['Nhập quyết định', () => editSuccession(tools())]}[tab];
  const add = button(label, edit);
  list.replaceChildren(h('div.adm-tabs', {role: 'tablist'}, tabs, add), search, h('div.adm-list', {}, h('table.gu-table', {}, h('tbody', {id: 'rows'}))));
  drawRows();
}

function drawRows() {
  const unitName = (code) => data.units.find((unit) => unit.code === code)?.shortName ?? code;
  const rows = tab === 'successions'
    ? data.successions.filter((one) => fits(one.code, one.decisionNumber, ...[...one.from, ...one.to].map(({name}) => name)))
      .map((one) => successionRow(one, () => drawSuccession(tools(), one)))
    : tab === 'people' ? data.people.filter((person) => fits(person.userId, person.surname, person.name, person.position ?? '')).map((person) =>
      h('tr', {'data-inactive': String(!person.active)}, h('td', {}, button(`${person.surname} ${person.name}`, () => editPerson(person), 'gu-link')),
        h('td', {}, person.userId), h('td', {}, [...person.memberships.map(({unit, leads}) => unitName(unit) + (leads ? ' (thủ trưởng)' : '')),
          ...person.roles.map((role) => nameOf(data.roles, role))].join('; '))))
    : data.units.filter((unit) => fits(unit.code, unit.name, unit.shortName)).map((unit) =>
      h('tr', {'data-inactive': String(!unit.active)}, h('td', {}, button(unit.name, () => editUnit(unit), 'gu-link')), h('td', {}, unit.code),
        h('td', {}, nameOf(data.kinds, unit.kind))));
  document.getElementById('rows').replaceChildren(...(rows.length ? rows : [h('tr', {}, h('td', {}, 'Không có kết quả.'))]));
}

/** Saves; errors go to their fields, the rest above the button. */
async function save(url, body, said, then, method = 'PUT') {
  editor.querySelectorAll('[data-error]').forEach((node) => {
    node.hidden = true;
  });
  said.textContent = 'Đang lưu…';
  try {
    const answer = await send(method, url, body);
    await load();
    said.textContent = 'Đã lưu.';
    then?.(answer);
  } catch (refusal) {
    said.textContent = refusal.message;
    refusal.errors.forEach(({field, message}) => {
      const place = editor.querySelector(`[data-error="${CSS.escape(field)}"]`) ?? editor.querySelector(`[data-error="${CSS.escape(field.split(/[.[]/)[0])}"]`);
      if (place) {
        place.textContent = message;
        place.hidden = false;
      }
    });
  }
}

/** What the part about successions needs of this page. */
const tools = () => ({data, editor, input, error, check, select, save});

function editUnit(unit) {
  const code = input('code', 'Mã (chữ thường không dấu)', unit?.code, {disabled: unit !== null});
  const name = input('name', 'Tên đơn vị', unit?.name);
  const shortName = input('shortName', 'Tên viết tắt', unit?.shortName);
  const kind = select(data.kinds, unit?.kind, '– Chọn loại –');
  const hasAccount = check('Có tài khoản, tự nhận việc', unit?.hasAccount ?? true);
  const active = check('Đang hoạt động', unit?.active ?? true);
  const ended = data.successions.find((one) => ['IN_EFFECT', 'DONE'].includes(one.status) && one.from.some(({code: former}) => former === unit?.code));
  const said = h('p.adm-said', {role: 'status'});
  editor.replaceChildren(h('h2', {}, unit ? unit.name : 'Đơn vị mới'), code.node, name.node, shortName.node,
    h('div.adm-field', {}, h('label', {}, 'Loại đơn vị'), kind, error('kind')), h('div.adm-checks', {}, hasAccount.node, active.node), error('active'),
    ended ? h('p.gu-note', {}, `Đơn vị thôi hoạt động theo quyết định ${ended.code}. Việc và hồ sơ do ${ended.heir.name} tiếp nhận.`) : null, said,
    button('Lưu', () => save(`${API}/units/${encodeURIComponent(code.value() || '-')}`, {name: name.value(), shortName: shortName.value(),
      kind: kind.value || null, hasAccount: hasAccount.value(), active: active.value()}, said)));
}

function editPerson(person) {
  const userId = input('userId', 'Tên đăng nhập', person?.userId, {disabled: person !== null});
  const surname = input('surname', 'Họ và chữ đệm', person?.surname);
  const name = input('name', 'Tên', person?.name);
  const position = input('position', 'Chức vụ', person?.position);
  const email = input('email', 'Địa chỉ thư điện tử', person?.email);
  const active = check('Đang làm việc, được đăng nhập', person?.active ?? true);
  const roles = data.roles.map((role) => ({code: role.code, ...check(role.name, person?.roles.includes(role.code) ?? false)}));
  const members = h('div');
  const addMember = (unit, leads) => {
    const which = select(data.units.filter((u) => u.active || u.code === unit).map((u) => ({code: u.code, name: u.name + (u.active ? '' : ' (thôi hoạt động)')})),
      unit, '– Chọn đơn vị –');
    const head = check('thủ trưởng, người duyệt', leads);
    const row = h('div.adm-member', {}, which, head.node, button('Bỏ', () => row.remove(), 'gu-link gu-danger'));
    row.read = () => ({unit: which.value, leads: head.value()});
    members.append(row);
  };
  (person?.memberships ?? []).forEach(({unit, leads}) => addMember(unit, leads));
  const said = h('p.adm-said', {role: 'status'});
  editor.replaceChildren(h('h2', {}, person ? `${person.surname} ${person.name}` : 'Người dùng mới'), userId.node, surname.node, name.node, position.node, email.node,
    h('div.adm-field', {}, h('label', {}, 'Đơn vị'), members, error('memberships'), button('Thêm đơn vị', () => addMember(null, false), 'gu-button gu-small')),
    h('div.adm-field', {}, h('label', {}, 'Vai trò'), h('div.adm-checks', {}, roles.map((role) => role.node)), error('roles')),
    h('div.adm-checks', {}, active.node), said,
    button('Lưu', () => save(`${API}/people/${encodeURIComponent(userId.value() || '-')}`, {surname: surname.value(), name: name.value(),
      position: position.value() || null, email: email.value(), active: active.value(), memberships: [...members.children].map((row) => row.read()),
      roles: roles.filter((role) => role.value()).map((role) => role.code)}, said)),
    ...(person ? [passwordPart(person)] : [h('p.gu-note', {}, 'Sau khi lưu, mở lại người dùng để đặt mật khẩu.')]));
}

function passwordPart(person) {
  const password = input('password', 'Mật khẩu mới (từ 12 ký tự)', '', {type: 'password'});
  const said = h('p.adm-said', {role: 'status'});
  return h('div', {}, h('h3', {}, 'Đặt mật khẩu, mở khóa'), password.node, said, button('Đặt mật khẩu', () =>
    save(`${API}/people/${encodeURIComponent(person.userId)}/password`, {password: password.control.value}, said)));
}

async function load() {
  data = await send('GET', API);
  drawList();
}

editor.replaceChildren(h('p.gu-note', {}, 'Chọn một người dùng hoặc đơn vị trong danh sách, hoặc thêm mới.'));
load().catch((refusal) => list.replaceChildren(h('p.gu-error', {}, refusal.message)));
