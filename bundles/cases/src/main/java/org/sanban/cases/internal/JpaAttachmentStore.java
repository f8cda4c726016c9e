// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.data.Transactions;

/** Rows of attachments in the persistence unit {@code cases}. */
@Component(service = AttachmentStore.class)
public final class JpaAttachmentStore implements AttachmentStore {
    private static final Texts TEXTS = Texts.of(JpaAttachmentStore.class);

    private final Transactions transactions;

    @Activate
    public JpaAttachmentStore(@Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa, false);
    }

    @Override
    public void add(AttachmentEntity row) {
        transactions.in(em -> {
            em.persist(row);
            return null;
        });
    }

    @Override
    public AttachmentEntity attachment(String id) {
        return transactions.in(em -> em.find(AttachmentEntity.class, id));
    }

    @Override
    public void keep(Set<String> ids, String division, String field, String account) {
        transactions.in(em -> {
            int kept = em.createQuery("update AttachmentEntity a set a.division = :division where a.id in :ids"
                            + " and a.caseId is null"
                            + " and (a.division = :division or (a.division is null and a.storedBy = :account))")
                    .setParameter("division", division)
                    .setParameter("ids", ids)
                    .setParameter("account", account)
                    .executeUpdate();
            if (kept != ids.size()) {
                throw Problem.invalid(field, TEXTS.get("attachment.unknown"));
            }
            return null;
        });
    }

    @Override
    public List<String> unused(long before) {
        return transactions.in(em -> em.createQuery(
                        "select a.id from AttachmentEntity a where a.caseId is null and a.division is null"
                                + " and a.storedAt < :before",
                        String.class)
                .setParameter("before", before)
                .setMaxResults(1000)
                .getResultList());
    }

    @Override
    public boolean remove(String id) {
        return transactions.in(
                em -> em.createQuery("delete from AttachmentEntity a where a.id = :id and a.caseId is null"
                                        + " and a.division is null")
                                .setParameter("id", id)
                                .executeUpdate()
                        == 1);
    }
}
