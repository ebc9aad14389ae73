// "Khen thưởng ngoài khối": what units were granted outside their blocs. Sở Nội vụ records and corrects, units read their own.

import {button, h, paragraphs} from './dom.js';
import {Check, DateText, Files, Group, Select, Text, YearText} from './controls.js';
import {pageForm} from './page.js';
import {fact, facts, fileList} from './parts.js';
import {send} from './server.js';
import {showDate, showMoment} from './text.js';

const API = '/api/v1/awards';
const MOST = 200;
const main = document.getElementById('main');
const list = h('section.adm-panel');
const detail = h('section.adm-panel', {'aria-live': 'polite'});
main.append(list, detail);
let catalogue = {titles: [], units: [], mayRecord: false};
const year = new YearText({name: 'year', label: 'Năm', hint: 'Năm được khen thưởng hoặc năm của quyết định; để trống là tất cả.'});

async function drawList() {
  const chosen = year.value();
  const {items, total} = await send('GET', `${API}?limit=${MOST}${Number.isInteger(chosen) ? `&year=${chosen}` : ''}`);
  rows.replaceChildren(items.length ? h('table.gu-table', {}, h('thead', {}, h('tr', {}, ['Đơn vị', 'Danh hiệu, hình thức', 'Năm', 'Quyết định'].map((head) => h('th', {scope: 'col'}, head)))),
    h('tbody', {}, items.map((award) => h('tr', {'data-inactive': String(award.withdrawn)}, h('td', {}, award.unitName),
      h('td', {}, button(award.title, () => open(award.code), 'gu-link'), award.withdrawn ? h('span.gu-tag.gu-tag-bad', {}, 'Ghi nhận nhầm') : null),
      h('td', {}, award.awardYear), h('td', {}, `${award.decisionNumber}, ${showDate(award.decisionDate)}`))))) : h('p.gu-empty', {}, 'Chưa có khen thưởng nào.'),
  total > items.length ? h('p.gu-note', {}, `Còn ${total - items.length} dòng; hãy chọn năm.`) : '');
}

const rows = h('div.adm-list', {'aria-live': 'polite'});
const refuse = (refusal) => rows.replaceChildren(h('p.gu-error', {}, refusal.message));
const refresh = () => drawList().catch(refuse);

/** The fields of an award. */
function fields(award) {
  const title = new Select({name: 'title', label: 'Danh hiệu, hình thức', required: true,
    list: catalogue.titles.filter(({collective}) => collective).map(({code, name, levelName}) => ({code, name: `${name} (${levelName.toLowerCase()})`}))});
  const grantedBy = new Text({name: 'grantedBy', label: 'Thẩm quyền quyết định', hint: 'Để trống thì ghi theo danh mục.'});
  const controls = [new Select({name: 'unit', label: 'Đơn vị được khen thưởng', required: true, list: catalogue.units}), title,
    new YearText({name: 'awardYear', label: 'Khen thưởng cho năm', required: true, hint: 'Năm có thành tích, có thể khác năm của quyết định.'}),
    new Text({name: 'decisionNumber', label: 'Số, ký hiệu quyết định', required: true, placeholder: '770/QĐ-TTg', className: 'gu-short'}),
    new DateText({name: 'decisionDate', label: 'Ngày của quyết định', required: true}), grantedBy,
    new Text({name: 'note', label: 'Ghi chú', rows: 2}), new Files({name: 'files', label: 'Quyết định', required: true})];
  const group = new Group(null, controls);
  group.write(award ? {...award, title: award.titleCode} : null);
  return group;
}

function recordNew(notice = '') {
  if (!catalogue.mayRecord) {
    detail.replaceChildren(h('p.gu-note', {}, 'Chọn một dòng để xem quyết định.'));
    return;
  }
  detail.replaceChildren(notice ? h('p.gu-note', {role: 'status'}, notice) : '', pageForm({group: fields(null), title: 'Ghi nhận khen thưởng', label: 'Ghi nhận',
    note: 'Chỉ ghi khen thưởng của đơn vị được quyết định ở ngoài cụm, khối, ví dụ Cờ thi đua của Chính phủ.', call: (award) => send('POST', API, award),
    done: ({code}) => {
      refresh();
      recordNew(`Đã ghi nhận ${code}.`);
    }}));
}

async function open(code) {
  try {
    draw(await send('GET', `${API}/${encodeURIComponent(code)}`));
  } catch (refusal) {
    detail.replaceChildren(h('p.gu-error', {}, refusal.message));
  }
}

/** @param versions newest first */
function draw(versions) {
  const [award] = versions;
  detail.replaceChildren(h('h2', {}, `${award.title} năm ${award.awardYear}`), award.withdrawn ? h('p', {}, h('span.gu-tag.gu-tag-bad', {}, 'Ghi nhận nhầm')) : '',
    facts(fact('Đơn vị', award.unitName), fact('Quyết định', `Số ${award.decisionNumber} ngày ${showDate(award.decisionDate)} của ${award.grantedBy}`),
      fact('Ghi chú', award.note ? paragraphs(award.note) : null), fact('Người ghi nhận', `${award.recordedBy}, ${showMoment(award.recordedAt)}`)), fileList(award.files) ?? '',
    versions.length > 1 ? h('details.gu-details', {}, h('summary', {}, `Các lần đính chính (${versions.length - 1})`), h('ul', {}, versions.slice(0, -1).map((version) =>
      h('li', {}, `${showMoment(version.recordedAt)}, ${version.recordedBy}: ${version.reason}`)))) : '',
    catalogue.mayRecord ? correction(award) : '', catalogue.mayRecord ? button('Ghi nhận khen thưởng khác', () => recordNew(), 'gu-link') : '');
}

function correction(award) {
  const content = fields(award);
  const withdrawn = new Check({name: 'withdrawn', label: 'Ghi nhận nhầm, không tính'});
  withdrawn.write(award.withdrawn);
  const reason = new Text({name: 'reason', label: 'Lý do đính chính', required: true, rows: 2});
  const group = new Group(null, [...content.controls, withdrawn, reason]);
  return h('details.gu-details', {}, h('summary', {}, 'Đính chính'), pageForm({group, label: 'Lưu đính chính', path: 'award.',
    note: 'Nội dung cũ được giữ lại cùng lý do.',
    call: ({withdrawn: wrong, reason: why, ...entered}) => send('PUT', `${API}/${encodeURIComponent(award.code)}`, {version: award.version, award: entered, withdrawn: wrong, reason: why}),
    done: () => {
      refresh();
      open(award.code);
    }}));
}

list.replaceChildren(h('h2', {}, 'Khen thưởng đã ghi nhận'), year.node, button('Xem', refresh, 'gu-button gu-small'), rows);
send('GET', '/api/v1/award-titles').then((answer) => {
  catalogue = answer;
  recordNew();
  return drawList();
}).catch(refuse);
