/// Where numbers stand that name persons, in any file (個人を示す番号の所在). What becomes of them is decided outside.
@NullMarked
package hmnet.record.inbox.numbers;

import org.jspecify.annotations.NullMarked;
