// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.data.Transactions;

/** Rows of nodes in the persistence unit {@code cases}. */
@Component(service = NodeStore.class)
public final class JpaNodeStore implements NodeStore {
    private final Transactions transactions;

    @Activate
    public JpaNodeStore(@Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa) {
        this.transactions = new Transactions(jpa, false);
    }

    @Override
    public void beat(int node) {
        transactions.in(em -> {
            int known = em.createQuery(
                            "update NodeEntity n set n.beat = n.beat + 1, n.keeper = null where n.node = :node")
                    .setParameter("node", node)
                    .executeUpdate();
            if (known == 0) {
                NodeEntity row = new NodeEntity();
                row.node = node;
                row.beat = 1;
                em.persist(row);
            }
            return null;
        });
    }

    @Override
    public List<NodeEntity> nodes() {
        return transactions.in(em -> em.createQuery("select n from NodeEntity n order by n.node", NodeEntity.class)
                .getResultList());
    }

    @Override
    public boolean keep(NodeEntity silent, int keeper) {
        return transactions.in(em -> em.createQuery("update NodeEntity n set n.keeper = :keeper"
                                + " where n.node = :node and n.beat = :beat"
                                + " and (n.keeper is null or n.keeper = :before)")
                        .setParameter("keeper", keeper)
                        .setParameter("node", silent.node)
                        .setParameter("beat", silent.beat)
                        .setParameter("before", silent.keeper == null ? keeper : silent.keeper)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean isBasis(int node, String basis) {
        return transactions.in(em -> em.createQuery(
                                "select count(n) from NodeEntity n where n.node = :node and n.basis = :basis",
                                Long.class)
                        .setParameter("node", node)
                        .setParameter("basis", basis)
                        .getSingleResult()
                == 1);
    }

    @Override
    public boolean setBasis(int node, String basis) {
        return transactions.in(em -> em.createQuery("update NodeEntity n set n.basis = :basis where n.node = :node")
                        .setParameter("node", node)
                        .setParameter("basis", basis)
                        .executeUpdate()
                == 1);
    }
}
