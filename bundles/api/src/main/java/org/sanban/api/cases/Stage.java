// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import org.sanban.api.problem.Text;

/**
 * A stage (环节) of a workflow.
 *
 * @param id key within the workflow: {@code accepted}
 * @param name what people read
 * @param status what it means for everyone
 * @param clock what the limit's clock does meanwhile
 * @param holder the role that has the case while it is here; {@code null} in a final stage
 * @param limit how long the case may stay here, {@code null} where only the matter's limit counts
 */
public record Stage(String id, Text name, Status status, Clock clock, String holder, Limit limit) {}
