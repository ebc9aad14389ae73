-- What a deputy may sign of a bloc's mid-term review, and on which grounds.
insert into act_kind values ('SIGN_REPORT', 5, 'Ký báo cáo sơ kết của cụm, khối');
insert into act_ground values
    ('SIGN_REPORT', 'KT', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 1', false),
    ('SIGN_REPORT', 'TUQ', '2020-03-05', null, 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3', true);
