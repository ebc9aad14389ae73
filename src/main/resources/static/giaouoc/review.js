// The mid-term review of a bloc: members' figures against the covenant, who has reported, inspections, the conference, the report.

import {button, h, paragraphs} from './dom.js';
import {Check, Choice, DateText, Files, FixedRows, Group, NumberText, Rows, Select, Text, YearText} from './controls.js';
import {digestNode} from './covenant.js';
import {outcomeOf} from './outcome.js';
import {box, decisionPart, fact, facts, fileList, readTable} from './parts.js';
import {section} from './plan.js';
import {send} from './server.js';
import {QUOTA_OBJECTS, differenceUnit, nameOf, showDate, showMoment, showNumber} from './text.js';

export const addressOf = (key) => `/api/forms/reviews/${key.split('/').map(encodeURIComponent).join('/')}`;

const tag = (text, tone) => h('span', {class: tone ? `gu-tag gu-tag-${tone}` : 'gu-tag'}, text);

/** "2021–2023", "từ năm 2019"; empty for neither. */
const years = ({fromYear, toYear}) => (fromYear === null ? (toYear === null ? '' : `đến năm ${toYear}`)
  : toYear === null ? `từ năm ${fromYear}` : fromYear === toYear ? `năm ${fromYear}` : `${fromYear}–${toYear}`);

// ---------------------------------------------------------------- to read

const level = (view, value) => view.ratings?.find((entry) => entry.value === value)?.name ?? showNumber(value);

/** A figure in the words of its target: "92 %", "Đạt", the name of a rating. */
function amount(view, row, value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (row.kind === 'DONE') {
    return value > 0 ? 'Đạt' : 'Chưa đạt';
  }
  return row.kind === 'RATING' ? level(view, value) : `${showNumber(value)} ${row.unit ?? ''}`.trim();
}

/** "9 người"; what is counted is not known of reports written before it was told. */
const counted = (row, value) => `${showNumber(value)} ${row.peopleUnit ?? ''}`.trim();

/** What a share comes to, of how many people or units; a number that is its own target says nothing. */
const comesTo = (row) => (row.limit === null || row.limit === row.target ? null
  : `tương ứng ${counted(row, row.limit)}${row.base === null ? '' : ` trên tổng số ${counted(row, row.base)}`}`);

/** "Đạt", "Chưa đạt (-3 điểm %; -6 người so với 190 người)", "Chưa có số liệu". */
function outcomeNode(row) {
  const {outcome} = row;
  if (row.kind === 'TEXT') {
    return '';
  }
  if (!outcome) {
    return h('span.gu-note', {}, 'Chưa có số liệu');
  }
  const sign = (value) => (value > 0 ? '+' : '');
  const parts = [outcome.deviation ? `${sign(outcome.deviation)}${showNumber(outcome.deviation)} ${row.kind === 'RATING' ? 'mức' : differenceUnit(row.unit)}`.trim() : null,
    outcome.peopleShort ? `${sign(outcome.peopleShort)}${counted(row, outcome.peopleShort)} so với ${counted(row, row.limit)}` : null].filter(Boolean);
  return h('span', {}, tag(outcome.reached ? 'Đạt' : 'Chưa đạt', outcome.reached ? 'good' : 'bad'), parts.length ? ` (${parts.join('; ')})` : '');
}

const figureTable = (view, figures) => readTable(['Chỉ tiêu', 'Mức giao ước', 'Kết quả', 'So với giao ước', 'Ghi chú'], figures.map((row) => [row.name,
  [row.targetText, comesTo(row) ? h('div.gu-note', {}, comesTo(row)) : null],
  [h(row.kind === 'RATING' ? 'span' : 'span.gu-nowrap', {}, amount(view, row, row.value)), row.source ? h('div.gu-note', {}, row.overrideReason ? `đã báo cáo ${amount(view, row, row.reported)} tại ${row.source}` : `đã báo cáo tại ${row.source}`) : null],
  outcomeNode(row), [row.overrideReason ? h('div.gu-note', {}, `Số khác vì: ${row.overrideReason}`) : null, paragraphs(row.note)]]));

/** One member's report. */
function memberReport(view, member, files) {
  const {report} = member;
  return report ? h('div.gu-answer', {}, member.figures.length ? figureTable(view, member.figures) : null,
    facts(fact('Kết quả nổi bật', paragraphs(report.results)), fact('Khó khăn, vướng mắc', paragraphs(report.difficulties)),
      fact('Đề xuất, kiến nghị', paragraphs(report.proposals))), modelTable(report.models), fileList(files)) : h('p.gu-note', {}, 'Chưa có báo cáo.');
}

const modelTable = (models, names) => (models?.length ? readTable(['Loại', 'Điển hình', ...(names ? ['Đơn vị'] : []), 'Giai đoạn', 'Thành tích'], models.map((model) =>
  [nameOf(QUOTA_OBJECTS, model.kind), model.name, ...(names ? [names.get(model.unit) ?? model.unit] : []), years(model), model.achievement]), [], 'Điển hình tiên tiến') : null);

const memberState = (view, member) => h('div', {}, tag(view.labels.member[member.status], member.status === 'REPORTED' ? 'good' : member.missing ? 'bad' : null),
  member.reportedAt ? h('div.gu-note', {}, showMoment(member.reportedAt), member.daysLate > 0 ? `, chậm ${showNumber(member.daysLate)} ngày` : member.late ? ', chậm trong ngày' : '') : null,
  member.missing && !member.reportedAt ? h('div.gu-note', {}, 'Quá hạn, chưa báo cáo') : null);

const count = (figures, reached) => showNumber(figures.filter(({outcome}) => outcome && outcome.reached === reached).length);

/** Who has reported, and how the figures stand. */
function memberBoard(view) {
  const {review} = view;
  const reported = review.members.filter(({status}) => status === 'REPORTED').length;
  return box(`Báo cáo của thành viên: ${showNumber(reported)}/${showNumber(review.members.length)}`,
    facts(fact('Tình trạng', view.labels.status[review.status]), fact('Hạn báo cáo', showMoment(review.reportsDueAt))),
    readTable(['Đơn vị', 'Vai trò', 'Báo cáo', 'Chỉ tiêu đạt', 'Chưa đạt'], review.members.map((member) => [member.unitName, view.labels.role[member.role],
      memberState(view, member), member.figures.length ? count(member.figures, true) : '', member.figures.length ? count(member.figures, false) : '']), [3, 4]),
    review.members.filter(({report}) => report).map((member) => h('details.gu-details', {}, h('summary', {}, `Báo cáo của ${member.unitName}`),
      memberReport(view, member, view.evidence?.[member.unitCode]))));
}

/** To two decimals, as the paper has it; the average comes with four, which doubles hold as whole numbers. */
const halfUp = (value) => Math.round(Math.round(value * 10000) / 100) / 100;

const measureBoard = (view) => (view.figures?.length ? box('Số liệu toàn khối', readTable(['Chỉ tiêu', 'Đơn vị tính', 'Đơn vị báo cáo', 'Tổng', 'Bình quân', 'Đạt', 'Chưa đạt'],
  view.figures.map((row) => [row.name, row.unit, showNumber(row.targets), row.counted ? showNumber(row.total) : '', row.counted ? '' : showNumber(halfUp(row.average)), showNumber(row.reached),
    showNumber(row.missed)]), [2, 3, 4, 5, 6])) : null);

const awardBoard = (view) => (view.awards?.length ? box('Khen thưởng của thành viên ngoài khối', readTable(['Đơn vị', 'Hình thức', 'Năm', 'Quyết định'], view.awards.map((award) =>
  [award.unitName, award.award, String(award.year), `${award.decision} ngày ${showDate(award.decidedOn)} của ${award.grantedBy}`]))) : null);

const inspectionBoard = (view) => (view.review.inspections.length ? box('Kiểm tra chéo', readTable(['Đơn vị kiểm tra', 'Đơn vị được kiểm tra', 'Tình trạng', 'Kết quả', 'Ý kiến'],
  view.review.inspections.map((row) => [row.inspectorName, row.inspectedName, [tag(view.labels.inspection[row.status], row.missing ? 'bad' : null),
    row.reciprocal ? h('div.gu-note', {}, `Kiểm tra lẫn nhau: ${row.reason ?? ''}`) : null],
  [paragraphs(row.findings), paragraphs(row.proposals), fileList(view.inspectionFiles?.[row.no])], row.agrees === null ? (row.findings ? 'Chưa có ý kiến' : '') : row.agrees ? 'Thống nhất' : paragraphs(row.comment)]))) : null);

const unitNames = (view) => new Map([...view.bloc.units.map(({code, name}) => [code, name]), ...view.review.members.map(({unitCode, unitName}) => [unitCode, unitName])]);

function summaryView(view) {
  const {summary} = view.review;
  return summary ? h('details.gu-details', {}, h('summary', {}, 'Bản tổng hợp của Trưởng khối'), facts(fact('Đánh giá chung', paragraphs(summary.overview)),
    fact('Kết quả nổi bật', paragraphs(summary.results)), fact('Hạn chế, nguyên nhân', paragraphs(summary.limitations))),
  summary.movements.length ? readTable(['Phong trào', 'Giai đoạn', 'Kết quả'], summary.movements.map((row) => [row.title, years(row), paragraphs(row.results)])) : null,
  modelTable([...summary.models, ...summary.added.map((model) => ({...model, name: `${model.name} (bổ sung sau tổng hợp)`}))], unitNames(view))) : null;
}

const decidedTable = (caption, rows, names) => (rows.length ? readTable(['Nội dung', 'Đơn vị thực hiện', 'Thời hạn'], rows.map((row) => [row.content,
  names.get(row.ownerUnit) ?? row.ownerUnit, showDate(row.dueOn)]), [], caption) : null);

function conferenceView(view) {
  const {conference} = view.review;
  if (!conference) {
    return null;
  }
  const names = unitNames(view);
  return h('details.gu-details', {}, h('summary', {}, `Hội nghị ngày ${showDate(conference.date)}`), facts(fact('Địa điểm', conference.place)),
    readTable(['Đơn vị', 'Có mặt', 'Người dự', 'Chức vụ'], conference.attendance.map((row) => [names.get(row.unit) ?? row.unit, row.present ? 'Có' : 'Vắng', row.representative, row.position])),
    conference.points.length ? readTable(['Nội dung trao đổi', 'Ý kiến kết luận'], conference.points.map(({text, conclusion}) => [text, conclusion])) : null,
    decidedTable('Kết luận', conference.conclusions, names), decidedTable(`Nhiệm vụ ${view.bloc.secondHalf}`, conference.tasks, names), paragraphs(conference.minutes), fileList(view.files),
    papers(view, 'MINUTES', 'Biên bản'));
}

/** Where a paper of the review is printed. */
function papers(view, paper, label) {
  const link = (form) => h('a', {href: `/api/v1/blocs/${encodeURIComponent(view.review.blocYear)}/mid-term-review/papers/${paper}/${form}`, target: '_blank', rel: 'noopener'}, form);
  return h('p.gu-paper-links', {}, `${label}: `, link('DOCX'), ' · ', link('PDF'));
}

/** The bloc's report, as it is signed. */
function reportView(view) {
  const {report} = view.review;
  return report ? box(`Báo cáo sơ kết ${view.bloc.firstHalf}`, facts(fact('Số', report.number), fact('Ngày', showDate(report.issueDate)), fact('Đánh giá chung', paragraphs(report.overview)),
    fact('Kết quả nổi bật', paragraphs(report.results)), fact('Hạn chế, nguyên nhân', paragraphs(report.limitations)), fact(`Phương hướng, nhiệm vụ ${view.bloc.secondHalf}`, paragraphs(report.directions)),
    fact('Đề xuất, kiến nghị', paragraphs(report.proposals)), fact('Mã băm SHA-256', digestNode(view.review.digest)), fact('Người ký', view.review.signerName),
    fact('Ký lúc', view.review.signedAt ? showMoment(view.review.signedAt) : null)), papers(view, 'REPORT', 'Bản in')) : null;
}

const state = (view) => h('div', {}, memberBoard(view), measureBoard(view), inspectionBoard(view), awardBoard(view), summaryView(view), conferenceView(view));

const split = (read, ...panel) => h('div.gu-split', {}, h('div.gu-split-read', {}, read), h('div.gu-split-do', {}, panel));

const about = (view) => facts(fact('Khối, cụm', view.bloc.title), fact('Trưởng khối', view.bloc.head), fact('Sơ kết', view.bloc.firstHalf));

// ---------------------------------------------------------------- a member

/** One target: what campaigns know is shown, not typed; another figure needs a reason. */
function figureRow(view, row) {
  const known = row.reported !== null;
  const label = row.unit && row.kind !== 'DONE' ? `Kết quả (${row.unit})` : 'Kết quả';
  const value = row.kind === 'DONE' ? new Select({name: 'value', label, list: [{code: '1', name: 'Đạt'}, {code: '0', name: 'Chưa đạt'}], empty: '– Chưa đến kỳ –'})
    : row.kind === 'RATING' ? new Select({name: 'value', label, list: (view.ratings ?? []).map((entry) => ({code: String(entry.value), name: entry.name})), empty: '– Chưa đến kỳ –'})
      : new NumberText({name: 'value', label: known ? `Số khác (${row.unit ?? ''})` : label});
  if (value instanceof Select) {
    const read = value.read.bind(value);
    const write = value.write.bind(value);
    value.read = () => (read() === null ? null : Number(read()));
    value.write = (given) => write(given === null || given === undefined ? null : String(given));
  }
  value.show(row.kind !== 'TEXT');
  const overrideReason = new Text({name: 'overrideReason', label: 'Lý do dùng số khác', rows: 1, className: 'gu-grow'});
  overrideReason.show(false);
  const note = new Text({name: 'note', label: row.kind === 'TEXT' ? 'Kết quả thực hiện' : 'Nguyên nhân (khi chưa đạt)', rows: 1, className: 'gu-grow'});
  const standing = h('p.gu-standing', {'aria-live': 'polite'});
  const sync = () => {
    const typed = value.value();
    const counts = typed ?? row.reported;
    overrideReason.show(known && typed !== null && typed !== row.reported);
    standing.replaceChildren(counts === null ? '' : outcomeNode({...row, outcome: outcomeOf(row, counts)}));
  };
  value.node.addEventListener('input', sync);
  value.node.addEventListener('change', sync);
  const group = new Group(null, [value, overrideReason, note], h('div', {}, h('strong', {}, row.name),
    h('p.gu-note', {}, [row.targetText ? `giao ước ${row.targetText}` : null, comesTo(row)].filter(Boolean).join('; ')),
    known ? h('p', {}, tag(`Đã báo cáo tại ${row.source}`, 'good'), ` ${amount(view, row, row.reported)}`) : null,
    h('div.gu-line', {}, value.node, standing, overrideReason.node, note.node)));
  group.afterWrite = sync;
  const write = group.write.bind(group);
  group.write = (given) => {
    write(given);
    sync();
  };
  return group;
}

const modelRows = (view) => new Rows({name: 'models', label: 'Điển hình tiên tiến', addLabel: 'Thêm điển hình',
  columns: view ? '7em minmax(0, 3fr) minmax(0, 3fr) minmax(0, 4fr) 5em 5em' : '7em minmax(0, 1fr) minmax(0, 2fr) 5em 5em', row: () => new Group(null, [
    new Select({name: 'kind', label: 'Loại', list: QUOTA_OBJECTS}), new Text({name: 'name', label: 'Tên', rows: 2}),
    ...(view ? [new Select({name: 'unit', label: 'Đơn vị', list: view.review.members.map(({unitCode, unitName}) => ({code: unitCode, name: unitName}))})] : []),
    new Text({name: 'achievement', label: 'Thành tích', rows: 2}), year('fromYear', 'Từ năm'), year('toYear', 'Đến năm')])});

const year = (name, label) => new YearText({name, label});

function writeReview({view}) {
  const figures = new FixedRows({name: 'figures', label: 'Kết quả so với giao ước', key: 'targetId', entries: view.targets, row: (row) => figureRow(view, row),
    none: 'Giao ước không có chỉ tiêu của từng đơn vị.', hint: 'Số đã báo cáo cho các phong trào được dùng lại, không nhập lần nữa. Chỉ nhập số còn thiếu và chỗ khác; chưa đến kỳ đánh giá thì để trống.'});
  const results = new Text({name: 'results', label: 'Kết quả nổi bật', required: true, rows: 5});
  const difficulties = new Text({name: 'difficulties', label: 'Khó khăn, vướng mắc', rows: 3});
  const proposals = new Text({name: 'proposals', label: 'Đề xuất, kiến nghị', rows: 3});
  const models = modelRows(null);
  const files = new Files({name: 'files', label: 'Minh chứng'});
  const node = h('div.gu-editor', {}, section('Chỉ tiêu', null, figures.node), section('Kết quả, khó khăn', null, results.node, difficulties.node, proposals.node),
    section('Điển hình tiên tiến', null, models.node), section('Minh chứng', null, files.node));
  return {group: new Group(null, [figures, results, difficulties, proposals, models, files], node), check: true,
    body: h('div', {}, about(view), facts(fact('Đơn vị', view.member.unitName), fact('Hạn báo cáo', showMoment(view.review.reportsDueAt))), node)};
}

function approveReview({view}) {
  const decision = decisionPart({withTarget: false, approve: {code: 'APPROVE', name: 'Đồng ý', hint: 'Báo cáo được gửi Trưởng khối tổng hợp.'}});
  const group = new Group(null, decision.controls, box('Quyết định của bạn', decision.node));
  return {group, body: split(h('div', {}, about(view), box(`Báo cáo sơ kết của ${view.member.unitName}`, memberReport(view, view.member, view.memberFiles))), group.node)};
}

// ---------------------------------------------------------------- mutual inspection

function assignInspections({view}) {
  const list = view.review.members.map(({unitCode, unitName}) => ({code: unitCode, name: unitName}));
  const pairs = new Rows({name: 'pairs', label: 'Các cuộc kiểm tra', addLabel: 'Thêm cuộc kiểm tra', columns: 'minmax(0, 1fr) minmax(0, 1fr)', minimum: 1,
    hint: 'Hệ thống đã ghép sẵn: mỗi đơn vị kiểm tra một đơn vị khác. Không đơn vị nào tự kiểm tra mình; hai đơn vị kiểm tra lẫn nhau thì nêu lý do.', row: () => new Group(null, [
      new Select({name: 'inspector', label: 'Đơn vị kiểm tra', list}), new Select({name: 'inspected', label: 'Đơn vị được kiểm tra', list})])});
  const group = new Group(null, [pairs], section('Các cuộc kiểm tra', null, pairs.node));
  return {group, check: true, body: h('div', {}, about(view), group.node), after: memberBoard(view)};
}

function recordFindings({view}) {
  const {inspection} = view;
  const inspectedOn = new DateText({name: 'inspectedOn', label: 'Ngày kiểm tra', required: true});
  const findings = new Text({name: 'findings', label: 'Kết quả kiểm tra', required: true, rows: 6});
  const proposals = new Text({name: 'proposals', label: 'Kiến nghị', rows: 3});
  const files = new Files({name: 'files', label: 'Biên bản kiểm tra'});
  const group = new Group(null, [inspectedOn, findings, proposals, files], box('Kết quả kiểm tra chéo', inspectedOn.node, findings.node, proposals.node, files.node));
  const inspected = view.review.members.find(({unitCode}) => unitCode === inspection.inspected);
  return {group, body: split(h('div', {}, about(view), facts(fact('Đơn vị kiểm tra', inspection.inspectorName), fact('Đơn vị được kiểm tra', inspection.inspectedName),
    fact('Hạn', showMoment(view.review.inspectionsDueAt))), inspected ? box(`Báo cáo sơ kết của ${inspected.unitName}`, memberReport(view, inspected, view.inspectedFiles)) : null), group.node)};
}

function answerFindings({view}) {
  const {inspection} = view;
  const agrees = new Choice({name: 'agrees', label: 'Ý kiến của đơn vị', required: true, className: 'gu-block', list: [
    {code: true, name: 'Thống nhất với kết quả', tone: 'good'}, {code: false, name: 'Có ý kiến', hint: 'Ghi rõ nội dung nào.', tone: 'return'}]});
  const comment = new Text({name: 'comment', label: 'Ý kiến', rows: 5});
  const group = new Group(null, [agrees, comment], box('Ý kiến về kết quả kiểm tra', agrees.node, comment.node));
  return {group, body: split(h('div', {}, about(view), box('Kết quả kiểm tra chéo', facts(fact('Đơn vị kiểm tra', inspection.inspectorName), fact('Đơn vị được kiểm tra', inspection.inspectedName),
    fact('Ngày kiểm tra', showDate(inspection.inspectedOn)), fact('Kết quả', paragraphs(inspection.findings)), fact('Kiến nghị', paragraphs(inspection.proposals))),
  fileList(view.findingFiles))), group.node)};
}

// ---------------------------------------------------------------- the head unit

function consolidate({view}) {
  const text = (name, label, rows, required = false) => new Text({name, label, rows, required});
  const words = [text('overview', 'Đánh giá chung', 5, true), text('results', 'Kết quả nổi bật', 5), text('limitations', 'Hạn chế, nguyên nhân', 4)];
  const movements = new Rows({name: 'movements', label: 'Phong trào thi đua', addLabel: 'Thêm phong trào', columns: 'minmax(0, 2fr) 5em 5em minmax(0, 2fr)',
    hint: 'Mỗi phong trào có giai đoạn của mình; không ghi giai đoạn thì để trống.', row: () => new Group(null, [
      new Text({name: 'title', label: 'Tên phong trào', rows: 2}), year('fromYear', 'Từ năm'), year('toYear', 'Đến năm'), new Text({name: 'results', label: 'Kết quả', rows: 2})])});
  const models = modelRows(view);
  const node = h('div.gu-editor', {}, section('Đánh giá', null, words.map((control) => control.node)), section('Phong trào thi đua', null, movements.node),
    section('Điển hình tiên tiến', 'Điển hình của các thành viên đã điền sẵn; giữ, sửa hoặc bỏ.', models.node));
  return {group: new Group(null, [...words, movements, models], node), check: true, body: h('div', {}, about(view), state(view), node)};
}

const decidedRows = (view, name, label, add) => new Rows({name, label, addLabel: add, columns: 'minmax(0, 2fr) minmax(0, 1fr) 9em', row: () => new Group(null, [
  new Text({name: 'content', label: 'Nội dung', rows: 2}), new Select({name: 'ownerUnit', label: 'Đơn vị thực hiện', list: view.bloc.units}), new DateText({name: 'dueOn', label: 'Thời hạn'})])});

function holdReviewConference({view}) {
  const date = new DateText({name: 'date', label: 'Ngày họp', required: true});
  const place = new Text({name: 'place', label: 'Địa điểm', required: true, className: 'gu-grow'});
  const attendance = new FixedRows({name: 'attendance', label: 'Thành phần dự', none: 'Không có thành viên.', key: 'unit',
    entries: view.review.members.map(({unitCode, unitName}) => ({unit: unitCode, name: unitName})), row: (entry) => {
      const present = new Check({name: 'present', label: 'Có mặt'});
      const representative = new Text({name: 'representative', label: 'Người dự'});
      const position = new Text({name: 'position', label: 'Chức vụ'});
      return new Group(null, [present, representative, position], h('div', {}, h('strong', {}, entry.name), h('div.gu-line', {}, present.node, representative.node, position.node)));
    }});
  const points = new Rows({name: 'points', label: 'Nội dung trao đổi', addLabel: 'Thêm nội dung', columns: 'minmax(0, 1fr) minmax(0, 1fr)', row: () => new Group(null, [
    new Text({name: 'text', label: 'Nội dung', rows: 2}), new Text({name: 'conclusion', label: 'Ý kiến kết luận', rows: 2})])});
  const minutes = new Text({name: 'minutes', label: 'Biên bản', required: true, rows: 6});
  const conclusions = decidedRows(view, 'conclusions', 'Kết luận', 'Thêm kết luận');
  const tasks = decidedRows(view, 'tasks', `Nhiệm vụ ${view.bloc.secondHalf}`, 'Thêm nhiệm vụ');
  const files = new Files({name: 'files', label: 'Biên bản có chữ ký, tài liệu hội nghị'});
  const node = h('div.gu-editor', {}, section('Hội nghị', null, h('div.gu-line', {}, date.node, place.node), attendance.node), section('Diễn biến', null, points.node, minutes.node, files.node),
    section('Kết luận, nhiệm vụ', 'Mỗi dòng thành một việc giao đơn vị thực hiện, có theo dõi đến khi xong.', conclusions.node, tasks.node));
  return {group: new Group(null, [date, place, attendance, points, minutes, conclusions, tasks, files], node), check: true, body: h('div', {}, about(view), summaryView(view), node),
    after: h('div', {}, memberBoard(view), measureBoard(view), inspectionBoard(view), awardBoard(view))};
}

function draftReport({view}) {
  const number = new Text({name: 'number', label: 'Số, ký hiệu (nếu đã vào sổ)', placeholder: '12/BC-BDV', className: 'gu-short'});
  const issueDate = new DateText({name: 'issueDate', label: 'Ngày văn bản'});
  const text = (name, label, rows, required = false) => new Text({name, label, rows, required});
  const words = [text('overview', 'Đánh giá chung', 5, true), text('results', 'Kết quả nổi bật', 6, true), text('limitations', 'Hạn chế, nguyên nhân', 4),
    text('directions', `Phương hướng, nhiệm vụ ${view.bloc.secondHalf}`, 5, true), text('proposals', 'Đề xuất, kiến nghị', 3)];
  const node = h('div.gu-editor', {}, section('Số, ngày', 'Văn bản của đơn vị Trưởng khối; để trống khi không vào sổ riêng.', h('div.gu-line', {}, number.node, issueDate.node)),
    section('Nội dung báo cáo', 'Số liệu, phong trào, điển hình, kết luận được đưa vào báo cáo từ các bước trước.', words.map((control) => control.node)));
  return {group: new Group(null, [number, issueDate, ...words], node), check: true, body: h('div', {}, about(view), node), after: state(view)};
}

/** @param parts ground, document, scope, password: how a person signs; prove: proves who signs */
export const signReportPage = (signingPart, prove) => ({view}) => {
  const {review} = view;
  const part = signingPart(view);
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'SIGN', name: 'Ký báo cáo', hint: 'Báo cáo được gửi Sở Nội vụ.', tone: 'good'}, {code: 'RETURN', name: 'Trả lại', hint: 'Kèm lý do; cán bộ phụ trách chỉnh sửa.', tone: 'return'}]});
  const reason = new Text({name: 'reason', label: 'Lý do', required: true, rows: 4});
  const sync = () => {
    [part.ground, part.password].forEach((control) => control.show(decision.value() === 'SIGN'));
    reason.show(decision.value() === 'RETURN');
    part.sync();
  };
  decision.node.addEventListener('change', sync);
  decision.afterWrite = sync;
  const group = new Group(null, [...part.controls, decision, reason], box('Ký báo cáo sơ kết', facts(fact('Mã băm SHA-256', digestNode(review.digest))),
    h('p.gu-note', {}, 'Chữ ký gắn với đúng báo cáo này, nhận biết bằng mã băm trên.'), decision.node, part.node, reason.node));
  return {group, secrets: ['password'], fixed: {digest: review.digest}, before: () => (decision.value() === 'SIGN' ? prove(`${addressOf(view.key)}/identity`, part, review.digest) : null),
    body: split(h('div', {}, about(view), reportView(view)), group.node), after: state(view)};
};

function receiveReport({view}) {
  const decision = new Choice({name: 'decision', label: 'Quyết định', required: true, className: 'gu-block', list: [
    {code: 'RECEIVE', name: 'Tiếp nhận', hint: 'Báo cáo, biên bản được lưu; đưa vào báo cáo chung của tỉnh.', tone: 'good'},
    {code: 'RETURN', name: 'Trả lại Trưởng khối', hint: 'Kèm lý do; chỉnh sửa và ký lại.', tone: 'return'}]});
  const reason = new Text({name: 'reason', label: 'Lý do', required: true, rows: 4});
  const sync = () => reason.show(decision.value() === 'RETURN');
  decision.node.addEventListener('change', sync);
  decision.afterWrite = sync;
  const group = new Group(null, [decision, reason], box('Tiếp nhận báo cáo sơ kết', decision.node, reason.node));
  return {group, body: split(h('div', {}, about(view), reportView(view)), group.node), after: state(view)};
}

// ---------------------------------------------------------------- beside the bloc's year

/** Where the review stands, when it begins and whether members inspect each other; begins it early. Its own calls: the task stays open. */
export function reviewPart(view, task) {
  const {review} = view;
  const known = facts(fact('Tình trạng', view.reviewStatus), fact('Ngày bắt đầu sơ kết', showDate(review.beginOn)), fact('Kiểm tra chéo', review.inspection ? 'Có' : 'Không'),
    fact('Đã bắt đầu', review.begunAt ? showMoment(review.begunAt) : null), fact('Hạn thành viên báo cáo', review.reportsDueAt ? showMoment(review.reportsDueAt) : null),
    fact('Đã báo cáo', review.members.length ? `${showNumber(review.members.filter(({status}) => status === 'REPORTED').length)}/${showNumber(review.members.length)}` : null));
  if (review.status !== 'NOT_BEGUN') {
    return box('Sơ kết', known, review.digest ? papers(view, 'REPORT', 'Báo cáo') : null);
  }
  const beginOn = new DateText({name: 'beginOn', label: 'Ngày sơ kết theo kế hoạch của khối', hint: 'Để trống thì theo ngày chung của tỉnh.'});
  const inspection = new Choice({name: 'inspection', label: 'Quy chế của khối có kiểm tra chéo khi sơ kết?', required: true, list: [{code: true, name: 'Có'}, {code: false, name: 'Không'}]});
  beginOn.write(view.reviewOwnDate);
  inspection.write(review.inspection);
  const message = h('p.gu-note', {role: 'status'});
  const act = (run) => async () => {
    beginOn.clearErrors();
    inspection.clearErrors();
    try {
      message.textContent = await run();
    } catch (refusal) {
      refusal.errors.forEach((error) => (error.field === 'inspection' ? inspection : beginOn).showError(error.message));
      message.textContent = refusal.errors.length ? '' : refusal.message;
    }
  };
  const save = act(async () => {
    const plan = await send('POST', `${addressOf(review.blocYear)}/plan`, {beginOn: beginOn.value(), inspection: inspection.value()});
    return `Đã lưu: sơ kết bắt đầu ngày ${showDate(plan.beginOn)}, ${plan.inspection ? 'có' : 'không'} kiểm tra chéo.`;
  });
  const begin = act(async () => {
    await send('POST', addressOf(review.blocYear), {});
    return 'Đã bắt đầu sơ kết; các thành viên nhận việc «Lập báo cáo sơ kết».';
  });
  const node = box('Sơ kết', known, beginOn.node, inspection.node, h('div.gu-line', {}, button('Lưu ngày và quy định', save), button('Bắt đầu sơ kết ngay', begin)), message);
  node.addEventListener('input', (event) => event.stopPropagation()); // no part of the task's draft
  return h('fieldset.gu-fieldset', {disabled: !task.mine}, node);
}

export const reviewPages = {writeReview, approveReview, assignInspections, recordFindings, answerFindings, consolidate, holdReviewConference, draftReport, receiveReport};
