/**
 * Mail to people. A {@link com.movierecap.mail.Mail} row is written in the transaction that wants
 * it (an outbox: nothing is lost, nothing is sent for what was undone) and sent by a job of its
 * own. Owns the look of mails, their words' keys and every link in them. Must not know what a mail
 * is about: who asks for one says what kind it is, to whom, and by what token its link opens.
 */
@NullMarked
package com.movierecap.mail;

import org.jspecify.annotations.NullMarked;
