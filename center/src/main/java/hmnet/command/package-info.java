/// The verbs of the command line (コマンド).
@NullMarked
package hmnet.command;

import org.jspecify.annotations.NullMarked;
