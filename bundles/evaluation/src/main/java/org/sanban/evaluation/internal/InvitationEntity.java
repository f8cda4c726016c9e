// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.sanban.api.data.Moments;

/** Row of an invitation. */
@Entity
@Table(name = "evaluation_invitation")
class InvitationEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evaluation_invitation")
    @SequenceGenerator(name = "evaluation_invitation", sequenceName = "evaluation_invitation_seq", allocationSize = 50)
    long id;

    String number;
    String occasion;
    String division;
    String town;
    String county;
    String site;
    String mode;
    String matter;

    @Column(name = "matter_name")
    String matterName;

    String person;

    @Column(name = "window_number")
    Integer window;

    /** Accounts with a comma before, between and after. */
    String staff;

    String services;

    @Column(name = "invited_at")
    long invitedAt;

    @Column(name = "expires_at")
    long expiresAt;

    /** How many ratings there are. */
    int rated;

    static String joined(Set<String> accounts) {
        return "," + String.join(",", accounts) + ",";
    }

    /** Whether an account had a hand in the case. */
    boolean served(String account) {
        return staff.contains("," + account + ",");
    }

    Instant expires() {
        return Moments.of(expiresAt);
    }

    List<String> services() {
        return List.of(services.split(","));
    }
}
