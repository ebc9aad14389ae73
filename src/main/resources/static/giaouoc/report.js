// Reports: what a unit writes, what the units' reports come to, and the consolidated report as a paper.

import {h, paragraphs} from './dom.js';
import {Choice, Files, FixedRows, Group, NumberText, Rows, Select, Text} from './controls.js';
import {box, fact, facts, fileList, readTable} from './parts.js';
import {section} from './plan.js';
import {printedPaper} from './paper.js';
import {DIRECTIONS, PERIOD_KINDS, QUOTA_OBJECTS, WORK_STATES, differenceUnit, nameOf, showDate, showMoment, showNumber} from './text.js';

export const periodName = ({kind, reportDate}) => nameOf(PERIOD_KINDS, kind) + (reportDate ? ` ngày ${showDate(reportDate)}` : ' (ngày được tính khi đã có bảng ngày nghỉ của năm đó)');

const reached = (direction, deviation) => (direction === 'DOWN' ? deviation <= 0 : deviation >= 0);

/** "vượt 2,5 điểm %", "chưa đạt, chênh 5 mô hình": the figure against its target; nothing while there is no figure. */
export function deviationText({direction, target, unit}, value) {
  if (value === null || value === undefined || target === null || target === undefined) {
    return '';
  }
  const deviation = Math.round((value - target) * 10_000) / 10_000;
  if (deviation === 0) {
    return 'đạt mục tiêu';
  }
  const amount = `${showNumber(Math.abs(deviation))} ${differenceUnit(unit)}`.trim();
  return reached(direction, deviation) ? `vượt ${amount}` : `chưa đạt, chênh ${amount}`;
}

/** What one figure says of the plan's target: a sum is the province's to reach, an average every unit's. */
function againstTarget(indicator, value) {
  if (indicator.aggregation !== 'SUM') {
    return deviationText(indicator, value);
  }
  return value === null || !indicator.target ? '' : `${showNumber(Math.round((value / indicator.target) * 1000) / 10)} % mục tiêu toàn tỉnh`;
}

function indicatorRow(indicator, last) {
  const value = new NumberText({name: 'value', label: indicator.unit ? `Số liệu (${indicator.unit})` : 'Số liệu'});
  const note = new Text({name: 'note', label: 'Giải trình (khi chưa đạt)', rows: 1, className: 'gu-grow'});
  const tell = h('p.gu-note.gu-deviation', {'aria-live': 'polite'});
  const known = [
    indicator.baseline === null || indicator.baseline === undefined ? null : `xuất phát ${showNumber(indicator.baseline)}`,
    `mục tiêu ${showNumber(indicator.target)} ${indicator.unit ?? ''} (${nameOf(DIRECTIONS, indicator.direction).toLowerCase()})`,
    last === undefined ? null : `kỳ trước ${showNumber(last)}`].filter(Boolean).join('; ');
  const update = () => {
    const figure = value.value();
    tell.textContent = againstTarget(indicator, figure);
    tell.dataset.tone = indicator.aggregation !== 'SUM' && figure !== null && !reached(indicator.direction, figure - indicator.target) ? 'bad' : 'good';
  };
  value.node.addEventListener('input', update);
  value.afterWrite = update;
  return new Group(null, [value, note], h('div', {}, h('strong', {}, indicator.name), h('p.gu-note', {}, known),
    h('div.gu-line', {}, value.node, tell, note.node)));
}

function workRow(work) {
  const state = new Select({name: 'state', label: 'Tình trạng', list: WORK_STATES});
  const note = new Text({name: 'note', label: 'Kết quả, hoặc lý do không thực hiện', rows: 1, className: 'gu-grow'});
  const goal = [work.target === null ? null : `${showNumber(work.target)} ${work.measure ?? ''}`, work.dueDate ? `hoàn thành ${showDate(work.dueDate)}` : null];
  return new Group(null, [state, note], h('div', {}, h('strong', {}, work.title), h('p.gu-note', {}, goal.filter(Boolean).join('; ')),
    h('div.gu-line', {}, state.node, note.node)));
}

/** What a unit's official fills in: figures and works come filled, only what changed is typed. */
export function reportEditor(view) {
  const noActivity = new Choice({name: 'noActivity', label: 'Trong kỳ, đơn vị có hoạt động không?', required: true, className: 'gu-block', list: [
    {code: false, name: 'Có hoạt động'}, {code: true, name: 'Chưa có hoạt động nào', hint: 'Nêu lý do ở phần kết quả.'}]});
  const summary = new Text({name: 'summary', label: 'Kết quả thực hiện', required: true, rows: 5});
  const indicators = new FixedRows({name: 'indicators', label: 'Số liệu lũy kế đến ngày báo cáo', entries: (view.indicators ?? [])
    .map((indicator) => ({...indicator, indicator: indicator.name})), key: 'indicator', none: 'Kế hoạch không giao chỉ tiêu cho đơn vị.',
  hint: 'Số liệu kỳ trước đã điền sẵn; chỉ sửa số đã thay đổi. Chỉ tiêu không liên quan đến đơn vị thì để trống.',
  row: (indicator) => indicatorRow(indicator, view.last?.[indicator.name])});
  const open = (view.works ?? []).filter(({state}) => state === null || state === 'DOING');
  const works = new FixedRows({name: 'works', label: 'Công trình, phần việc chưa kết thúc', entries: open, key: 'seq', row: workRow,
    none: 'Không còn công trình, phần việc nào đang mở.'});
  const models = new Rows({name: 'models', label: 'Tập thể, cá nhân, hộ gia đình', addLabel: 'Thêm điển hình',
    columns: '9em minmax(0, 1fr) minmax(0, 2fr)', row: () => new Group(null, [
      new Select({name: 'kind', label: 'Đối tượng', list: QUOTA_OBJECTS}), new Text({name: 'name', label: 'Tên'}),
      new Text({name: 'achievement', label: 'Thành tích, cách làm'})])});
  const difficulties = new Text({name: 'difficulties', label: 'Khó khăn, tồn tại', rows: 3});
  const proposals = new Text({name: 'proposals', label: 'Đề xuất, kiến nghị', rows: 3});
  const files = new Files({name: 'files', label: 'Tệp đính kèm'});
  const sections = [section('Số liệu', null, indicators.node), section('Công trình, phần việc', null, works.node),
    section('Điển hình tiên tiến', null, models.node)];
  const sync = () => sections.forEach((part) => {
    part.hidden = noActivity.value() === true;
  });
  noActivity.afterWrite = sync;
  noActivity.node.addEventListener('change', sync);
  const node = h('div.gu-editor', {}, section('Tình hình chung', null, noActivity.node, summary.node), sections,
    section('Khó khăn, đề xuất', null, difficulties.node, proposals.node), section('Tệp đính kèm', null, files.node));
  return new Group(null, [noActivity, summary, indicators, works, models, difficulties, proposals, files], node);
}

/** A unit's report to read. @param {object[]} works the unit's works, for their titles */
export function unitReportView(report, indicators, works, files) {
  if (!report) {
    return null;
  }
  const known = new Map((indicators ?? []).map((indicator) => [indicator.name, indicator]));
  const titles = new Map((works ?? []).map((work) => [work.seq, work.title]));
  const figures = report.indicators.filter(({value}) => value !== null);
  return h('div.gu-answer', {},
    report.noActivity ? h('p', {}, h('span.gu-tag.gu-tag-bad', {}, 'Chưa có hoạt động')) : null,
    facts(fact('Kết quả thực hiện', paragraphs(report.summary))),
    figures.length ? readTable(['Chỉ tiêu', 'Số liệu', 'So với mục tiêu', 'Giải trình'], figures.map(({indicator, value, note}) =>
      [indicator, showNumber(value), known.has(indicator) ? againstTarget(known.get(indicator), value) : '', note ?? '']), [1], 'Số liệu') : null,
    report.works.length ? readTable(['Công trình, phần việc', 'Tình trạng', 'Kết quả, lý do'], report.works.map(({seq, state, note}) =>
      [titles.get(seq) ?? String(seq + 1), nameOf(WORK_STATES, state), note ?? '']), [], 'Công trình, phần việc') : null,
    report.models.length ? readTable(['Đối tượng', 'Tên', 'Thành tích, cách làm'], report.models.map(({kind, name, achievement}) =>
      [nameOf(QUOTA_OBJECTS, kind), name, achievement]), [], 'Điển hình tiên tiến') : null,
    facts(fact('Khó khăn, tồn tại', paragraphs(report.difficulties)), fact('Đề xuất, kiến nghị', paragraphs(report.proposals))),
    fileList(files));
}

const figureTable = (figures) => readTable(['Chỉ tiêu', 'Đơn vị tính', 'Xuất phát', 'Mục tiêu', 'Kỳ trước', 'Kết quả', 'So với mục tiêu', 'Số đơn vị'],
  figures.map((figure) => [figure.indicator, figure.unit, showNumber(figure.baseline), showNumber(figure.target), showNumber(figure.previous), showNumber(figure.value),
    deviationText(figure, figure.value), figure.aggregation === 'PROVINCE' ? 'toàn tỉnh' : showNumber(figure.units)]), [2, 3, 4, 5, 7]);

const MOST_NAMES = 60;

/** Names dozens of units; of thousands it says how many more there are, the list below has them all. */
const named = (list) => list.slice(0, MOST_NAMES).join('; ') + (list.length > MOST_NAMES ? `; và ${showNumber(list.length - MOST_NAMES)} đơn vị khác` : '');

const names = (title, list) => fact(`${title} (${showNumber(list.length)})`, list.length ? named(list) : null);

const gapFact = ({indicator, count, units}) => fact(`Chưa có số liệu: ${indicator} (${showNumber(count)})`,
  units.join('; ') + (count > units.length ? `; và ${showNumber(count - units.length)} đơn vị khác` : ''));

/** What the units' reports come to, beside the words the standing agency writes. */
export function gatheredView(gathered, period) {
  return box(`Tổng hợp: ${periodName(period)}`,
    facts(fact('Đơn vị đã báo cáo', `${showNumber(gathered.reported)} / ${showNumber(gathered.total)}`), fact('Hạn tổng hợp', showMoment(period.consolidateDueAt)),
      names('Chưa báo cáo', gathered.missing), names('Báo cáo chậm', gathered.late), names('Chưa có hoạt động', gathered.inactive), ...(gathered.gaps ?? []).map(gapFact),
      fact('Công trình, phần việc', `hoàn thành ${showNumber(gathered.worksDone)}, không thực hiện ${showNumber(gathered.worksDropped)}, còn mở ${showNumber(gathered.worksOpen)}`)),
    gathered.figures.length ? figureTable(gathered.figures) : null,
    gathered.models.length ? readTable(['Đơn vị', 'Điển hình', 'Thành tích, cách làm'],
      gathered.models.map(({unitName, name, achievement}) => [unitName, name, achievement]), [], 'Điển hình tiên tiến') : null);
}

/** What the standing agency writes; figures of the province are entered here because no unit has them. */
export function consolidationEditor(view) {
  const own = (view.gathered?.figures ?? []).filter(({aggregation}) => aggregation === 'PROVINCE');
  const figures = new Group('figures', own.map((figure) => new NumberText({name: figure.indicator, required: true,
    label: `${figure.indicator}${figure.unit ? ` (${figure.unit})` : ''}`,
    hint: [figure.baseline === null ? null : `Xuất phát ${showNumber(figure.baseline)}`, `mục tiêu ${showNumber(figure.target)}`,
      figure.previous === null ? null : `kỳ trước ${showNumber(figure.previous)}`].filter(Boolean).join(', ')})));
  // An indicator's name may hold any character; an error path is the name behind "figures.", whole.
  figures.find = (tokens) => figures.get(tokens.join('.')) ?? figures.controls.find(({name}) => tokens.every((token) => name.includes(token))) ?? figures.controls[0] ?? null;
  const text = (name, label, rows, required = false) => new Text({name, label, rows, required});
  const words = [text('overview', 'Đánh giá chung', 5, true), text('results', 'Kết quả nổi bật', 6, true), text('limitations', 'Hạn chế, nguyên nhân', 4),
    text('directions', 'Phương hướng, nhiệm vụ thời gian tới', 5, true), text('proposals', 'Đề xuất, kiến nghị', 3)];
  const files = new Files({name: 'files', label: 'Tệp đính kèm'});
  const node = h('div.gu-editor', {}, own.length ? section('Chỉ số toàn tỉnh', null, figures.node) : null,
    section('Nội dung báo cáo', null, words.map((control) => control.node)), section('Tệp đính kèm', null, files.node));
  return new Group(null, [figures, ...words, files], node);
}

/** The consolidated report as it is printed. */
export const reportPaper = (view) => printedPaper(view.content, {files: view.files, capacity: view.capacity});
