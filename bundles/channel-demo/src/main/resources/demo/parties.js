// SPDX-License-Identifier: Apache-2.0
// What can be done at each party: forms with their fields, and what each of their buttons asks for.
import {t} from './base.js';

const PERSON = {id: 'openid', value: () => 'demo-zhang', maxlength: 45};

/** Matters that the made-up province offers, as the settings name them. */
const TASKS = {
  '11440100007482575H3440118009001': '80周岁以上老年人高龄津贴发放',
  '11440100007482575H3440118009002': '最低生活保障',
  '11440100007482575H3440118009003': '临时救助',
  '11440100007482575H3440118009004': '特困人员救助供养',
};

const kinds = () => Object.fromEntries(
  ['HELP', 'ADVICE', 'COMPLAINT', 'APPOINTMENT'].map(kind => [kind, t('order.' + kind)]));

const agree = channel => ({
  id: 'agree', title: 'agree', fields: [PERSON, {id: 'template', value: () => 'demo-accepted', maxlength: 45}],
  buttons: [
    {id: 'agree.yes', path: channel + '/agree', body: ({openid, template}) => ({openid, template, refuse: false})},
    {id: 'agree.no', path: channel + '/agree', body: ({openid, template}) => ({openid, template, refuse: true})},
  ],
});

/** By channel, as the tabs stand. A phone has one form below its messages. */
export const PARTIES = {
  wechat: {
    phone: true,
    forms: [
      {id: 'say', title: 'say', fields: [PERSON, {id: 'words', hint: 'words.hint', maxlength: 100, once: true}],
        buttons: [{id: 'send', path: 'wechat/say', body: ({openid, words}) => ({openid, text: words})}]},
      agree('wechat'),
    ],
  },
  douyin: {
    phone: true,
    forms: [
      {id: 'bind', title: 'bind', fields: [PERSON, {id: 'code', maxlength: 8, inputmode: 'numeric', once: true}],
        buttons: [{id: 'bind.do', path: 'douyin/bind', body: ({openid, code}) => ({openid, code})}]},
      agree('douyin'),
    ],
  },
  sms: {
    phone: true,
    forms: [{
      id: 'reply', title: 'reply',
      fields: [
        {id: 'phone', value: () => '13800001234', maxlength: 11, inputmode: 'tel'},
        {id: 'reply-words', value: () => '退订', maxlength: 200},
      ],
      buttons: [{id: 'send', path: 'sms/reply', body: v => ({phone: v.phone, text: v['reply-words']})}],
    }],
  },
  hotline: {
    forms: [{
      id: 'order', title: 'order',
      fields: [
        {id: 'kind', options: kinds},
        {id: 'order-text', value: () => t('order-text.sample'), maxlength: 200},
        {id: 'caller', value: () => '张示例', maxlength: 40},
        {id: 'caller-phone', value: () => '13800001234', maxlength: 20, inputmode: 'tel'},
      ],
      buttons: [{id: 'order.give', path: 'centre/order',
        body: v => ({kind: v.kind, text: v['order-text'], name: v.caller, phone: v['caller-phone']})}],
    }],
  },
  province: {
    forms: [
      {
        id: 'apply', title: 'apply',
        fields: [
          {id: 'task', options: () => TASKS},
          {id: 'applicant', value: () => '张示例', maxlength: 40},
          {id: 'id-number', value: () => '360426199101010071', maxlength: 18},
          {id: 'applicant-phone', value: () => '13800001234', maxlength: 20, inputmode: 'tel'},
        ],
        buttons: [{id: 'apply.send', path: 'province/apply', body: v =>
          ({taskCode: v.task, name: v.applicant, idNumber: v['id-number'], phone: v['applicant-phone']})}],
      },
      {id: 'books', title: 'books', fields: [], buttons: [
        {id: 'books.compare', path: 'province/reconcile', body: () => ({})},
        {id: 'books.lose', path: 'province/lose', body: () => ({})},
      ]},
    ],
  },
  webhook: {
    forms: [{id: 'hook', title: 'hook', fields: [], buttons: [
      {id: 'hook.subscribe', path: 'webhook/subscribe', body: () => ({})},
      {id: 'hook.replay', path: 'webhook/replay', body: () => ({})},
    ]}],
  },
};
