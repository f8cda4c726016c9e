// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of the name of somebody who was rated. */
@Entity
@Table(name = "evaluation_person")
class PersonEntity {
    @Id
    String account;

    String name;
}
