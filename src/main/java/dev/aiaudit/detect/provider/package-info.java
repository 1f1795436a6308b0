/**
 * Finds who must be up for a request: follows a client from the place where it is used to where it
 * is made, through variables, factories, injected beans and starters, and reads the base URL,
 * backend and model it is given. Nothing here decides whether an expression makes a request.
 */
package dev.aiaudit.detect.provider;
