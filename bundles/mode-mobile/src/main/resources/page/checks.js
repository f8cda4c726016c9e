// SPDX-License-Identifier: Apache-2.0
// The platform's own rules for what is filled in; MobileIT holds them against the platform's answers.

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CONTROL = /[\u0000-\u001f\u007f]/;
const sum = (text, weights, value) => weights.reduce((total, weight, i) => total + value(text[i]) * weight, 0);

/** Key of what is wrong with a citizen number (GB 11643), or null. */
export function citizenFault(number, today = new Date()) {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(number)) {
    return 'fault.citizen.form';
  }
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const birth = new Date(`${year}-${month}-${day}T00:00:00+08:00`);
  const exists = !Number.isNaN(birth.valueOf()) && new Date(birth.valueOf() + 8 * 3_600_000).getUTCDate() === Number(day);
  if (!exists || birth > today || Number(year) < 1800) {
    return 'fault.citizen.birth';
  }
  return '10X98765432'[sum(number, WEIGHTS, Number) % 11] === number[17] ? null : 'fault.citizen.check';
}

/** Key of what is wrong with a unified social credit code (GB 32100), or null. */
export function creditFault(code) {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) {
    return 'fault.credit.form';
  }
  const check = CREDIT[(31 - sum(code, CREDIT_WEIGHTS, c => CREDIT.indexOf(c)) % 31) % 31];
  return check === code[17] ? null : 'fault.credit.check';
}

/** Faults of an applicant: {field: key}. */
export function applicantFaults(applicant) {
  const faults = {};
  const organization = applicant.kind === 'ORGANIZATION';
  const name = [...applicant.name];
  if (name.length < 1 || name.length > (organization ? 200 : 60) || CONTROL.test(applicant.name)) {
    faults['applicant.name'] = 'fault.name';
  }
  const number = organization ? creditFault(applicant.idNumber) : citizenFault(applicant.idNumber);
  if (number) {
    faults['applicant.idNumber'] = number;
  }
  if (!/^\+?[0-9](-?[0-9]){4,19}$/.test(applicant.phone)) {
    faults['applicant.phone'] = 'fault.phone';
  }
  if ((applicant.address ?? '').length > 200) {
    faults['applicant.address'] = 'fault.long';
  }
  return faults;
}

/** Whether a stop takes cases at a moment. */
export function isOpen(stop, graceMinutes, at) {
  const grace = graceMinutes * 60_000;
  return at >= Date.parse(stop.from) - grace && at <= Date.parse(stop.to) + grace;
}

/** Faults of a whole draft against the package: {field: key}. */
export function draftFaults(draft, pack) {
  const faults = applicantFaults(draft.applicant);
  const stop = pack.stops.find(one => one.id === draft.answers.stop);
  if (!stop) {
    faults['answers.stop'] = 'fault.stop';
  } else if (!isOpen(stop, pack.graceMinutes, Date.parse(draft.answers.takenAt))) {
    faults['answers.stop'] = 'fault.closed';
  }
  for (const field of pack.form) {
    const answer = draft.answers[field.name];
    const empty = answer === undefined || answer === null || answer === '';
    if (field.required && empty) {
      faults['answers.' + field.name] ??= 'fault.required';
    } else if (!empty && field.type === 'TEXT' && answer.length > field.longest) {
      faults['answers.' + field.name] ??= 'fault.long';
    }
  }
  if (!pack.matters.some(one => one.code === draft.matter)) {
    faults.matter = 'fault.matter';
  }
  draft.taken.forEach((one, i) => {
    if (one.name.length > 100) {
      faults[`taken[${i}].name`] = 'fault.long';
    }
  });
  if ((draft.note ?? '').length > 500) {
    faults.note = 'fault.long';
  }
  return faults;
}

/** Copies of a material: a photograph counts as one. */
const copies = handed => (handed?.copies ?? 0) + (handed?.photos?.length ?? 0);

/** Names of the required materials that are not complete. */
export function missing(draft, matter) {
  const handed = Object.fromEntries(draft.materials.map(one => [one.code, one]));
  return matter.guide.materials
    .filter(one => one.required)
    .filter(one => (handed[one.code]?.originals ?? 0) < one.originals || copies(handed[one.code]) < one.copies)
    .map(one => one.name);
}
