// The plan editor: the same controls wherever a plan is written (draft, finishing, recording one issued elsewhere).

import {h} from './dom.js';
import {Checks, Choice, DateText, Files, Group, Kept, NumberText, Rows, Select, Text, UnitPicker} from './controls.js';
import {AGGREGATIONS, CAMPAIGN_TYPES, DIRECTIONS, QUOTA_LIMITS, QUOTA_OBJECTS, REPORT_KINDS, UNIT_KINDS, daysInclusive, showNumber} from './text.js';

/** A titled part of a long form. A field that is called the same does not say it again below. */
export function section(title, hint, ...content) {
  content.flat().forEach((node) => {
    const label = node instanceof Element ? node.querySelector(':scope > .gu-label') : null;
    label?.classList.toggle('gu-hidden', label.textContent === title);
  });
  return h('section.gu-section', {}, h('h4.gu-section-title', {}, title), hint ? h('p.gu-section-hint', {}, hint) : null, content);
}

/** Controls next to each other where there is room. */
const line = (...controls) => h('div.gu-line', {}, controls.map(({node}) => node));

const kindsOf = (view) => (view.unitKinds?.length ? view.unitKinds : UNIT_KINDS);

/** Code lists in the view name units and campaigns; select lists want {code, name}. */
const unitList = (view) => view.units ?? [];
const campaignList = (view) => (view.campaigns ?? []).map(({code, title}) => ({code, name: `${code} – ${title}`}));

/**
 * @param {object} view units, unitKinds, campaigns, parameters of the form API
 * @param {{before?: {controls, node}, comments: boolean, files?: boolean}} parts what stands before the plan; whether the
 *        drafter chooses who comments; whether files belong to the plan itself
 * @returns {{group: Group, node: Node}}
 */
export function planEditor(view, {before, comments, files: withFiles = true}) {
  const basics = basicPart(view);
  const period = periodPart();
  const content = contentPart();
  const subjects = subjectPart(view);
  const goals = goalPart();
  const organisation = organisationPart(view);
  const rewards = rewardPart();
  const round = comments ? commentPart(view) : null;
  const files = new Files({name: 'files', label: 'Tài liệu kèm theo dự thảo'});
  const parts = [before, basics, period, content, subjects, goals, organisation, rewards, round].filter(Boolean);
  const node = h('div.gu-editor', {}, parts.map((part) => part.node),
    before || !withFiles ? null : section('Tệp đính kèm', null, files.node));
  return {group: new Group(null, [...parts.flatMap((part) => part.controls), ...(before || !withFiles ? [] : [files])], node), node};
}

function basicPart(view) {
  const type = new Choice({name: 'type', label: 'Loại phong trào', required: true, list: CAMPAIGN_TYPES, className: 'gu-block'});
  const title = new Text({name: 'title', label: 'Tên phong trào, đợt thi đua', required: true, rows: 2,
    hint: 'Ghi đầy đủ như trong kế hoạch, kể cả khẩu hiệu trong ngoặc kép.'});
  const legalGrounds = new Text({name: 'legalGrounds', label: 'Căn cứ', rows: 3, hint: 'Mỗi căn cứ một dòng.'});
  const purpose = new Text({name: 'purpose', label: 'Mục đích, yêu cầu', rows: 4});
  const occasions = new Rows({name: 'occasions', label: 'Sự kiện, ngày kỷ niệm gắn với phong trào', addLabel: 'Thêm sự kiện',
    columns: 'minmax(0, 1fr) 11em', row: () => new Group(null, [
      new Text({name: 'name', label: 'Tên sự kiện'}), new DateText({name: 'date', label: 'Ngày'})])});
  const slogan = new Text({name: 'slogan', label: 'Chủ đề, khẩu hiệu', rows: 2});
  const campaigns = campaignList(view);
  const parents = new Rows({name: 'parents', label: 'Thuộc phong trào', addLabel: 'Gắn với phong trào đã phát động',
    row: () => new Select({name: 'parent', label: 'Phong trào', list: campaigns})});
  const controls = [type, title, legalGrounds, purpose, slogan, occasions, parents];
  return {controls, node: section('Thông tin chung', null, controls.map(({node}) => node))};
}

function periodPart() {
  const from = new DateText({name: 'from', label: 'Từ ngày', required: true});
  const to = new DateText({name: 'to', label: 'Đến hết ngày', required: true});
  const responseDue = new DateText({name: 'responseDue', label: 'Hạn các đơn vị trả lời',
    hint: 'Để trống: hệ thống tính theo tham số thời hạn.'});
  const reportingDates = new Rows({name: 'reportingDates', label: 'Ngày báo cáo', addLabel: 'Thêm ngày báo cáo',
    columns: 'minmax(0, 1fr) 11em', row: () => new Group(null, [
      new Select({name: 'kind', label: 'Loại báo cáo', list: REPORT_KINDS}), new DateText({name: 'date', label: 'Ngày'})])});
  const finalReviewDate = new DateText({name: 'finalReviewDate', label: 'Ngày tổng kết'});
  const length = h('p.gu-length', {'aria-live': 'polite'});
  const controls = [from, to, responseDue, reportingDates, finalReviewDate];
  const node = section('Thời gian', null, line(from, to), length, reportingDates.node, line(finalReviewDate, responseDue));
  const tell = () => {
    const days = daysInclusive(from.value(), to.value());
    length.textContent = days ? `Thời gian thực hiện: ${showNumber(days)} ngày, tính cả ngày đầu và ngày cuối.` : '';
  };
  ['input', 'change'].forEach((type) => node.addEventListener(type, tell));
  to.afterWrite = tell;
  return {controls, node};
}

function contentPart() {
  const contentItems = new Rows({name: 'contentItems', label: 'Các nội dung', addLabel: 'Thêm nội dung', minimum: 1,
    row: () => new Text({name: 'item', label: 'Nội dung', rows: 2})});
  return {controls: [contentItems], node: section('Nội dung thi đua', null, contentItems.node)};
}

function subjectPart(view) {
  const units = unitList(view);
  const count = (kind) => units.filter((unit) => unit.kind === kind).length;
  const unitKinds = new Checks({name: 'unitKinds', label: 'Áp dụng cho', required: true, className: 'gu-block',
    list: kindsOf(view).map((kind) => ({...kind, note: units.length ? `(${showNumber(count(kind.code))} đơn vị)` : ''}))});
  const excludedUnits = new UnitPicker({name: 'excludedUnits', label: 'Trừ các đơn vị', units, kinds: kindsOf(view)});
  const communes = units.filter((unit) => unit.kind === 'COMMUNE');
  const otherSubjects = new Rows({name: 'otherSubjects', label: 'Đối tượng không có tài khoản (thôn, tổ dân phố, hợp tác xã nhỏ…)',
    hint: 'Xã, phường, thị trấn được chọn trả lời thay cho các đối tượng này.', addLabel: 'Thêm đối tượng',
    columns: 'minmax(0, 1fr) minmax(0, 1fr)', row: () => new Group(null, [
      new Text({name: 'name', label: 'Tên đối tượng'}),
      new Select({name: 'communeCode', label: 'Xã, phường, thị trấn trả lời thay', list: communes})])});
  const excluded = h('details.gu-details', {}, h('summary', {}, 'Loại trừ một số đơn vị'), excludedUnits.node);
  // A unit left out must be seen at once when the form is opened again.
  excludedUnits.afterWrite = () => {
    excluded.open = excludedUnits.value().length > 0;
  };
  return {controls: [unitKinds, excludedUnits, otherSubjects],
    node: section('Đối tượng', null, unitKinds.node, excluded, otherSubjects.node)};
}

function goalPart() {
  const targets = new Rows({name: 'targets', label: 'Các chỉ tiêu', addLabel: 'Thêm chỉ tiêu',
    columns: 'minmax(0, 1fr) 7em 7.5em 7.5em 7em 11em', row: () => new Group(null, [
      new Text({name: 'name', label: 'Chỉ tiêu'}), new Text({name: 'unit', label: 'Đơn vị tính'}),
      new NumberText({name: 'baseline', label: 'Hiện tại'}), new NumberText({name: 'target', label: 'Cần đạt'}),
      new Select({name: 'direction', label: 'Chiều', list: DIRECTIONS}),
      new Select({name: 'aggregation', label: 'Cách tổng hợp', list: AGGREGATIONS, empty: 'Theo đơn vị tính'})])});
  return {controls: [targets], node: section('Mục tiêu, chỉ tiêu', null, targets.node)};
}

function organisationPart(view) {
  const agencies = unitList(view).filter((unit) => unit.hasAccount !== false);
  const themes = new Rows({name: 'themes', label: 'Cơ quan thường trực theo chuyên đề', addLabel: 'Thêm chuyên đề',
    hint: 'Không ghi chuyên đề nào: Sở Nội vụ là cơ quan thường trực.', columns: 'minmax(0, 1fr) minmax(0, 1fr)',
    row: () => new Group(null, [new Text({name: 'theme', label: 'Chuyên đề'}),
      new Select({name: 'agencyCode', label: 'Cơ quan thường trực', list: agencies})])});
  return {controls: [themes], node: section('Tổ chức thực hiện', null, themes.node)};
}

function rewardPart() {
  const quotas = new Rows({name: 'quotas', label: 'Hình thức và số lượng', addLabel: 'Thêm hình thức khen thưởng',
    columns: '8.5em minmax(0, 1fr) 8.5em 7em', row: () => new Group(null, [
      new Select({name: 'object', label: 'Đối tượng', list: QUOTA_OBJECTS}),
      new Text({name: 'award', label: 'Hình thức khen thưởng'}),
      new Select({name: 'limitKind', label: 'Cách tính', list: QUOTA_LIMITS}),
      new NumberText({name: 'limit', label: 'Không quá'})])});
  return {controls: [quotas], node: section('Khen thưởng', null, quotas.node)};
}

/** Choosing who comments, until the round is done; afterwards the values are only carried along. */
function commentPart(view) {
  if (view.commentRoundDone) {
    const kept = [new Kept('commentUnits', []), new Kept('commentDays')];
    return {controls: kept, node: h('div', {hidden: true})};
  }
  const parameter = view.parameters?.commentDays;
  const commentUnits = new UnitPicker({name: 'commentUnits', label: 'Lấy ý kiến của', kinds: kindsOf(view),
    units: unitList(view).filter((unit) => unit.hasAccount !== false)});
  const commentDays = new NumberText({name: 'commentDays', label: 'Thời hạn góp ý (ngày làm việc)', whole: true,
    hint: parameter ? `Mặc định ${showNumber(parameter.value)} ngày làm việc${parameter.legalSource ? ` (${parameter.legalSource})` : ''}.` : null});
  commentDays.fallback = parameter?.value;
  return {controls: [commentUnits, commentDays],
    node: section('Lấy ý kiến góp ý', 'Không chọn đơn vị nào: dự thảo được trình duyệt ngay.', commentUnits.node, commentDays.node)};
}

/** What is known of a plan that another register already issued. */
export function issuedPart() {
  const issuer = new Text({name: 'issuer', label: 'Cơ quan ban hành', required: true, placeholder: 'Ủy ban nhân dân tỉnh…'});
  const number = new Text({name: 'number', label: 'Số, ký hiệu', placeholder: '327/KH-UBND', className: 'gu-short'});
  const numberUnknown = new Choice({name: 'numberUnknown', label: 'Đã rõ số, ký hiệu?', list: [
    {code: false, name: 'Đã rõ'}, {code: true, name: 'Chưa rõ số', hint: 'Văn thư sẽ nhận việc bổ sung số, ký hiệu.'}]});
  const issueDate = new DateText({name: 'issueDate', label: 'Ngày ban hành', required: true});
  const signerName = new Text({name: 'signerName', label: 'Người ký', required: true});
  const signerTitle = new Text({name: 'signerTitle', label: 'Chức vụ người ký', required: true, placeholder: 'KT. Chủ tịch – Phó Chủ tịch'});
  const files = new Files({name: 'files', label: 'Văn bản đã ban hành', required: true});
  const sync = () => number.show(numberUnknown.value() !== true);
  const node = section('Văn bản đã ban hành', null, issuer.node, line(numberUnknown, number), line(issueDate, signerName, signerTitle), files.node);
  node.addEventListener('change', sync);
  numberUnknown.fallback = false;
  numberUnknown.afterWrite = sync;
  return {controls: [issuer, numberUnknown, number, issueDate, signerName, signerTitle, files], node};
}
