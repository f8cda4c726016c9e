// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.ledger.AlarmSource;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Texts;
import org.sanban.api.supervision.Notice;
import org.sanban.api.supervision.NoticeQuery;
import org.sanban.api.supervision.NoticeService;

/** Notices nobody has answered in time, as alarms of the desk: the people of the division are told, not only the county. */
@Component(service = AlarmSource.class)
public final class LateNotices implements AlarmSource {
    private static final Texts TEXTS = Texts.of(LateNotices.class);

    private final NoticeService notices;

    @Activate
    public LateNotices(@Reference NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public List<Alarm> alarms(String division, int most, Actor actor) {
        return notices
                .notices(new NoticeQuery(division, true, true), new PageRequest(null, most), actor)
                .items()
                .stream()
                .filter(notice -> notice.state() != Notice.State.ANSWERED)
                .map(notice -> new Alarm(
                        notice.division(),
                        notice.site(),
                        TEXTS.get("alarm." + notice.kind(), notice.dueOn(), notice.text()),
                        notice.dueOn(),
                        "notices/" + notice.id()))
                .toList();
    }
}
