// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Vehicle;

/** The tables of vehicles and agents. Lists come by key, with one row more than asked for. */
@Component(service = TeamStore.class)
public final class TeamStore {
    private static final int CHUNK = 500;

    private final JpaTemplate jpa;

    @Activate
    public TeamStore(@Reference(target = "(osgi.unit.name=registry)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    Optional<Vehicle> vehicle(String code) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(VehicleEntity.class, code)).map(VehicleEntity::value));
    }

    /** Vehicles of the divisions whose code starts with {@code prefix}. */
    List<Vehicle> vehicles(String prefix, PageRequest page) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from VehicleEntity v where v.division >= :prefix and v.division < :end"
                                + " and v.code > :after order by v.code",
                        VehicleEntity.class)
                .setParameter("prefix", prefix)
                .setParameter("end", prefix + ":")
                .setParameter("after", after(page))
                .setMaxResults(page.fetch())
                .getResultList()
                .stream()
                .map(VehicleEntity::value)
                .toList());
    }

    /**
     * Creates or replaces a vehicle.
     *
     * @param before told of the one to be replaced, which nobody else changes meanwhile; a throw leaves it as it is
     */
    void put(Vehicle vehicle, Consumer<Vehicle> before) {
        jpa.tx(em -> {
            VehicleEntity known = em.find(VehicleEntity.class, vehicle.code(), LockModeType.PESSIMISTIC_WRITE);
            if (known != null) {
                before.accept(known.value());
            }
            em.merge(VehicleEntity.of(vehicle));
        });
    }

    Optional<Agent> agent(String account) {
        return jpa.txExpr(em -> values(em, List.of(account)).stream().findFirst());
    }

    /** Agents who serve any of these areas. */
    List<Agent> agents(Collection<String> areas, Agent.Kind kind, PageRequest page) {
        return jpa.txExpr(em -> {
            TypedQuery<String> query = em.createQuery(
                    "select distinct a.account from AgentAreaEntity a where a.area in :areas and a.account > :after"
                            + (kind == null ? "" : " and a.kind = :kind") + " order by a.account",
                    String.class);
            if (kind != null) {
                query.setParameter("kind", kind);
            }
            return values(
                    em,
                    query.setParameter("areas", areas)
                            .setParameter("after", after(page))
                            .setMaxResults(page.fetch())
                            .getResultList());
        });
    }

    /** Agents who serve any of these areas, by account. */
    List<Agent> agents(Collection<String> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(em -> {
            List<String> accounts = em.createQuery(
                            "select distinct a.account from AgentAreaEntity a where a.area in :areas"
                                    + " order by a.account",
                            String.class)
                    .setParameter("areas", areas)
                    .getResultList();
            return values(em, accounts);
        });
    }

    /** Creates or replaces an agent, as {@link #put(Vehicle, Consumer)} does a vehicle. */
    void put(Agent agent, Consumer<Agent> before) {
        jpa.tx(em -> {
            AgentEntity known = em.find(AgentEntity.class, agent.account(), LockModeType.PESSIMISTIC_WRITE);
            List<AgentAreaEntity> areas = areas(em, List.of(agent.account()));
            if (known != null) {
                before.accept(known.value(areas.stream().map(row -> row.area).collect(Collectors.toSet())));
            }
            em.merge(AgentEntity.of(agent));
            em.flush();
            areas.stream().filter(row -> !agent.areas().contains(row.area)).forEach(em::remove);
            agent.areas().forEach(area -> em.merge(AgentAreaEntity.of(agent, area)));
        });
    }

    /**
     * Adds the vehicles and agents that are not there yet, all or nothing.
     *
     * @return how many agents were added
     */
    int add(List<Vehicle> vehicles, List<Agent> agents) {
        return jpa.txExpr(em -> {
            Set<String> known = new HashSet<>(em.createQuery("select v.code from VehicleEntity v", String.class)
                    .getResultList());
            vehicles.stream().filter(v -> !known.contains(v.code())).forEach(v -> em.persist(VehicleEntity.of(v)));
            Set<String> accounts = new HashSet<>(em.createQuery("select a.account from AgentEntity a", String.class)
                    .getResultList());
            List<Agent> fresh = agents.stream()
                    .filter(agent -> !accounts.contains(agent.account()))
                    .toList();
            fresh.forEach(agent -> em.persist(AgentEntity.of(agent)));
            em.flush();
            fresh.forEach(agent -> agent.areas().forEach(area -> em.persist(AgentAreaEntity.of(agent, area))));
            return fresh.size();
        });
    }

    /** Those of the accounts, which are in order, that are agents. */
    private static List<Agent> values(EntityManager em, List<String> accounts) {
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i += CHUNK) {
            List<String> some = accounts.subList(i, Math.min(i + CHUNK, accounts.size()));
            Map<String, Set<String>> areas = areas(em, some).stream()
                    .collect(Collectors.groupingBy(
                            row -> row.account, Collectors.mapping(row -> row.area, Collectors.toSet())));
            em
                    .createQuery(
                            "select a from AgentEntity a where a.account in :accounts order by a.account",
                            AgentEntity.class)
                    .setParameter("accounts", some)
                    .getResultList()
                    .stream()
                    .map(row -> row.value(areas.getOrDefault(row.account, Set.of())))
                    .forEach(agents::add);
        }
        return agents;
    }

    private static List<AgentAreaEntity> areas(EntityManager em, List<String> accounts) {
        return em.createQuery("select a from AgentAreaEntity a where a.account in :accounts", AgentAreaEntity.class)
                .setParameter("accounts", accounts)
                .getResultList();
    }

    private static String after(PageRequest page) {
        return Objects.requireNonNullElse(page.after(), "");
    }
}
