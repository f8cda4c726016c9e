// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a post. */
@Entity
@Table(name = "ledger_post")
class PostEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    int version;
    String site;
    String name;
    Long holder;
    Long substitute;
    boolean active;

    void set(Post post) {
        site = post.site();
        name = post.name();
        holder = post.holder();
        substitute = post.substitute();
        active = post.active();
    }

    Post value() {
        return new Post(id, version, site, name, holder, substitute, active);
    }
}
