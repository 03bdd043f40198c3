#ifndef RECITE_CLIBEDIT_SHIM_H
#define RECITE_CLIBEDIT_SHIM_H
#include <stdio.h>
#include <histedit.h>
#endif
