/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {textsFirst} from '/giaouoc/webapp-start.js';

await textsFirst(import.meta.url);

export default {
  app: {
    name: 'Trang chủ',
    vendor: 'Giao Ước'
  },
  links: [
    {
      label: 'Cách nhận thông báo',
      href: '/giaouoc/notices.html',
      description: 'Địa chỉ thư điện tử và cách nhận thư về việc mới, nhắc hạn, đôn đốc.'
    },
    {
      label: 'Vắng mặt, xử lý thay',
      href: '/giaouoc/absence.html',
      description: 'Nhập thời gian vắng mặt và người xử lý thay; thu lại việc đang có người giữ.'
    },
    {
      label: 'Lịch làm việc, thời hạn',
      href: '/giaouoc/calendar.html',
      description: 'Ngày nghỉ, thời hạn, lịch năm của tỉnh (dành cho Sở Nội vụ, Văn phòng UBND).'
    },
    {label: 'Phong trào đã kết thúc', href: '/giaouoc/closed-campaigns.html', description: 'Báo cáo, văn bản; ghi nhận kết quả công trình, phần việc còn mở'},
    {label: 'Việc của khối', href: '/giaouoc/bloc-work.html', description: 'Việc hội nghị đã giao, đề nghị khen thưởng đột xuất'},
    {label: 'Khen thưởng ngoài khối', href: '/giaouoc/awards.html', description: 'Khen thưởng của đơn vị được quyết định ở ngoài cụm, khối'}
  ],
  locales: {
    availableLocales: ['vi'],
    fallbackLocale: 'vi'
  }
};
