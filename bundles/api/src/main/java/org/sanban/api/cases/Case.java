// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanban.api.identity.Applicant;
import org.sanban.api.problem.Text;

/**
 * A case (办件) as it is now.
 *
 * @param number 17 digits: county 6, year 2, serial 8, check digit (ISO 7064 MOD 11,10)
 * @param version grows by one with each command
 * @param mode id of its service mode
 * @param workflow version of the mode's workflow it runs under
 * @param matter code of the matter
 * @param matterName its name
 * @param guide version of the guide it runs under
 * @param immediate whether it is an immediate matter (即办件)
 * @param site code of the site it was submitted at
 * @param division 12-digit code of the site's division
 * @param applicant who applies, whole; mask it where the reader does not need it so
 * @param stage id of its stage
 * @param stageName what people read
 * @param status what the stage means
 * @param holder who has it
 * @param firstAsked account that was asked first (首问负责, R32), {@code null} until staff has touched it
 * @param submittedAt when it was submitted
 * @param changedAt when it last changed
 * @param due how it stands against its limit
 * @param materials what the guide asks for and what was handed in
 * @param originals originals ever taken into custody
 * @param bookings people and vehicles booked last, until the case ends
 * @param parts parts that others handle or have handled side by side
 * @param answers all answers so far, by field name
 * @param done actions done so far, in order, each named as often as done
 * @param modeAbsent what who reads it is told while its mode is not installed: nothing can be done with it; else {@code null}
 */
public record Case(
        String number,
        int version,
        String mode,
        int workflow,
        String matter,
        String matterName,
        int guide,
        boolean immediate,
        String site,
        String division,
        Applicant applicant,
        String stage,
        Text stageName,
        Status status,
        Holder holder,
        String firstAsked,
        Instant submittedAt,
        Instant changedAt,
        Due due,
        List<Paper> materials,
        List<Original> originals,
        List<Booking> bookings,
        List<Part> parts,
        Map<String, Object> answers,
        List<String> done,
        Text modeAbsent) {
    public Case {
        materials = List.copyOf(materials);
        originals = List.copyOf(originals);
        bookings = List.copyOf(bookings);
        parts = List.copyOf(parts);
        answers = Map.copyOf(answers);
        done = List.copyOf(done);
    }

    /** Codes of the required materials that are not complete. */
    public List<String> missing() {
        return materials.stream().filter(Paper::missing).map(Paper::code).toList();
    }
}
