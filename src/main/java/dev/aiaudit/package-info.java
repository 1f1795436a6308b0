/** The entry of the program: {@link dev.aiaudit.Main} hands over to the command line. */
package dev.aiaudit;
