// The administrators' page of paper templates: versions, download, a new version, the places a template may have.

import {button, h} from './dom.js';
import {send} from './server.js';
import {showMoment, showSize} from './text.js';

const API = '/api/v1/templates';
const main = document.getElementById('main');
let data = {versions: [], tags: []};
const list = h('section.adm-panel');
const detail = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, detail);

const newest = () => [...new Map(data.versions.map((version) => [version.code, version]).reverse()).values()].reverse();

function drawList() {
  list.replaceChildren(h('h2', {}, 'Các mẫu'), h('div.adm-list', {}, h('table.gu-table', {},
    h('thead', {}, h('tr', {}, ['Mẫu', 'Mã', 'Bản đang dùng', 'Từ'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, newest().map(({code, name, version, uploadedAt}) => h('tr', {},
      h('td', {}, button(name, () => drawDetail(code), 'gu-link')), h('td', {}, code), h('td', {}, version), h('td', {}, showMoment(uploadedAt))))))),
  h('h2', {}, 'Các chỗ điền'),
  h('p.gu-note', {}, 'Phần giữa {{?tên}} và {{/tên}} chỉ in khi có nội dung; trong đó {{=#this}} là nội dung ấy. Khi đứng một mình một dòng, '
    + 'dòng của {{?tên}}, {{/tên}} không để lại dòng trống.'),
  h('div.adm-list', {}, h('table.gu-table', {}, h('tbody', {}, data.tags.map(({written, meaning, within}) =>
    h('tr', {}, h('td', {}, h('code', {}, written)), h('td', {}, meaning, within ? ` (trong {{?${within}}})` : '')))))));
}

function drawDetail(code, notice = '') {
  const versions = data.versions.filter((version) => version.code === code);
  detail.replaceChildren(h('h2', {}, versions[0].name), h('div.adm-list', {}, h('table.gu-table', {},
    h('thead', {}, h('tr', {}, ['Bản', 'Ghi chú', 'Người tải lên', 'Tệp'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, versions.map(({version, note, uploadedBy, uploadedAt, size}) => h('tr', {}, h('td', {}, version), h('td', {}, note ?? ''),
      h('td', {}, `${uploadedBy === 'system' ? 'Phần mềm' : uploadedBy}, ${showMoment(uploadedAt)}`),
      h('td', {}, h('a', {href: `${API}/${code}/${version}`, download: true}, `DOCX (${showSize(size)})`), ' · ',
        h('a', {href: `${API}/${code}/${version}/sample`, download: true}, 'PDF thử'))))))), uploadPart(code, notice));
}

function uploadPart(code, notice) {
  const file = h('input.gu-input', {type: 'file', id: 'f-file', accept: '.docx'});
  const note = h('input.gu-input', {type: 'text', id: 'f-note', maxlength: '500', autocomplete: 'off'});
  const said = h('p.adm-said', {role: 'status'}, notice);
  const errors = Object.fromEntries(['file', 'note'].map((field) => [field, h('p.gu-error', {role: 'alert', hidden: true})]));
  return h('div', {}, h('h3', {}, 'Tải bản mới lên'),
    h('p.gu-note', {}, 'Tải bản đang dùng về, sửa bằng Word, rồi tải lên. Mẫu được in thử trước khi nhận; các bản cũ được giữ lại.'),
    h('div.adm-field', {}, h('label', {for: 'f-file'}, 'Tệp DOCX (tối đa 2 MB)'), file, errors.file),
    h('div.adm-field', {}, h('label', {for: 'f-note'}, 'Thay đổi gì'), note, errors.note), said,
    button('Tải lên', () => add(code, file, note, said, errors)));
}

/** Sends the new version; what is wrong is said at its field. */
async function add(code, file, note, said, errors) {
  Object.values(errors).forEach((error) => {
    error.hidden = true;
  });
  if (!file.files.length) {
    refuse(errors.file, 'Chọn tệp DOCX.');
    return;
  }
  const body = new FormData();
  body.append('file', file.files[0]);
  body.append('note', note.value);
  said.textContent = 'Đang in thử…';
  try {
    const {version} = await send('POST', `${API}/${code}`, body);
    data = await send('GET', API);
    drawList();
    drawDetail(code, `Đã nhận bản ${version}; từ nay văn bản in theo bản này.`);
  } catch (refusal) {
    said.textContent = refusal.errors.length ? '' : refusal.message;
    refusal.errors.forEach(({field, message}) => refuse(errors[field] ?? errors.file, message));
  }
}

function refuse(place, message) {
  place.textContent = message;
  place.hidden = false;
}

detail.replaceChildren(h('p.gu-note', {}, 'Chọn một mẫu trong danh sách.'));
send('GET', API).then((answer) => {
  data = answer;
  drawList();
}, (refusal) => list.replaceChildren(h('p.gu-error', {}, refusal.message)));
