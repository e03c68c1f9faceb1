/** English: what is organised, sold, cooked and played. */
import type { Sayings } from '../kinds.ts';

export const EVENT: Sayings = {
  hook: [
    'Save the moment|Some dates we write down, and some we truly look forward to. Welcome to {s}.',
    'The lights come on|The lights come on, people draw closer, and you can feel that something is about to begin. This is {s}.',
  ],
  what: [
    'Being together|A good event is first of all a place, a moment, and people who are happy to meet there.',
    'A moment apart|It is more than a programme. It is time set apart to watch, to listen, to meet and to share.',
  ],
  now: [
    'Time to go out|After so many hours in front of screens, the wish to meet in person is stronger than ever.',
    'Coming soon|Preparations are under way, the teams are busy, and every detail is slowly finding its place.',
  ],
  who: [
    'Everyone is welcome|Families, friends, true fans or people who are just curious: everyone can come their own way.',
    'Alone or together|You can come alone and leave with friends, or come with friends and see them in a new light.',
  ],
  how: [
    'Behind the scenes|Behind the scenes, teams build, adjust and rehearse. ~ Their quiet work makes it all look easy.',
    'Through the day|You arrive, you find your way, you choose your highlights, and you let the rest surprise you.',
  ],
  example: [
    'A picture to keep|Imagine it at dusk. The music rises, faces light up, and everybody looks in the same direction.',
    'A chance meeting|A few words beside the stage, a laugh, an idea. The best moments are seldom in the programme.',
  ],
  pitfall: [
    'Do not run|The trap is trying to see everything. It is better to choose a little, and to live it fully.',
    'Think ahead|Think about the way there, the hour, the weather. ~ A few minutes of planning save a lot of trouble.',
  ],
  benefit: [
    'Memories|You take home pictures, songs and faces, and an energy that stays with you for days.',
    'A living place|When people come, the whole neighbourhood gains: the artists, the shops and the volunteers.',
  ],
  next: [
    'Save the date|Look at the programme, tell your friends, book your place if you need to, and come a little early.',
    'We are waiting for you|Spread the word, choose your day, and join us. ~ The only thing missing is you.',
  ],
};

export const PRODUCT: Sayings = {
  hook: [
    'Made for you|You can tell a thing well made by one small detail. Take a closer look at {s}.',
    'A simple choice|With so many things on offer, how do you choose? By going back to what matters. Here is {s}.',
  ],
  what: [
    'Useful and beautiful|The idea is clear: something useful, made with care, pleasant to use, and easy to understand.',
    'A promise kept|No big speeches here. Just real attention to the material, to the welcome, and to what you take home.',
  ],
  now: [
    'Buying better|People want to buy less, but better. They want to know where things come from and who made them.',
    'What people expect|Everyone is short of time. To find quickly, to be well advised, to leave satisfied: that is the wish.',
  ],
  who: [
    'For careful eyes|It is for those who look at the finish, those who ask questions, and those who simply want a treat.',
    'For giving too|For yourself, for your home or as a gift, you can find something that really suits you.',
  ],
  how: [
    'From hand to shelf|It starts with a choice: a good material, a steady hand, a careful check. ~ The rest shows at first glance.',
    'We listen first|We listen first, we show you, and we let you try. ~ The decision comes later, without pressure.',
  ],
  example: [
    'An ordinary visit|Somebody comes in with a vague idea, lays a hand on an object, and smiles. Sometimes that is enough.',
    'Day after day|You use it one morning, then the next, and soon you forget how you ever did without it.',
  ],
  pitfall: [
    'Beyond the price|The price does not tell everything. What looks cheap can cost twice as much when it has to be replaced.',
    'Take your time|Beware of buying in a hurry. Compare, touch, ask. A good product can stand any question.',
  ],
  benefit: [
    'A lasting pleasure|The real benefit is time: something you keep, something you repair, something you recommend.',
    'Peace of mind|You leave with peace of mind, and with the feeling that you have chosen rather than given in.',
  ],
  next: [
    'Come and see|Drop in, ask your questions, take your time. ~ The best way to choose is still to try.',
    'Write to us|A doubt, a wish, an order? Write to us, and together we will find what suits you.',
  ],
};

export const SALE: Sayings = {
  hook: [
    'Now is the time|Were you waiting for the right moment? This is it. Here is {s}.',
    'Good news|Good news for your wishes, and for your budget as well. Discover {s}.',
  ],
  what: [
    'Real bargains|The principle is simple: chosen items, conditions that are clearly announced, and a limited time.',
    'An invitation|This is not a race. It is an invitation to treat yourself to what you have wanted for a while.',
  ],
  now: [
    'While it lasts|Every offer has a beginning and an end. It is better to think about it calmly, before the last day.',
    'Before the season|A new season, a party to prepare, a home to furnish: good reasons are never hard to find.',
  ],
  who: [
    'For the whole family|Regulars find what they love, newcomers discover the house, and everybody is free to compare.',
    'Old friends and new|It is a way to thank those who have been with us, and to welcome everybody else.',
  ],
  how: [
    'How it works|Find what you like, check the conditions, choose your size or your model, and ask for advice.',
    'Nothing hidden|Everything should be easy to read: the price, the dates, the exchange conditions. ~ An honest offer needs few words.',
  ],
  example: [
    'A happy surprise|You came for just one thing, spotted weeks ago. It is there, in your size, and you smile.',
    'A gift in advance|Some people use the moment to prepare a birthday. ~ A gift chosen early is often a better gift.',
  ],
  pitfall: [
    'Buy what is useful|A discount does not make a good purchase. Ask yourself first whether you would have chosen it anyway.',
    'Do not wait too long|If you wait too long, the model or the size you wanted may be gone. ~ Just make your list.',
  ],
  benefit: [
    'A treat in peace|You treat yourself without rushing, you keep an eye on your budget, and you leave with a smile.',
    'A better choice|It is a chance to move up in quality: a finer material, an object that lasts, a choice without regret.',
  ],
  next: [
    'Come by|Prepare your list, push the door, and ask for advice. ~ We will be there to welcome you.',
    'Make the most of it|Look at the conditions, choose calmly, and enjoy the offer for as long as it lasts.',
  ],
};

export const FOOD: Sayings = {
  hook: [
    'A smell, a memory|Close your eyes. A smell rises from the kitchen, and the whole house wakes up. This is {s}.',
    'Come to the table|Some flavours tell more than a long speech. Take a seat: we are talking about {s}.',
  ],
  what: [
    'Time and hands|Good food asks for very little: good produce, careful hands, and all the time it needs.',
    'A taste, a story|Behind every dish there is a land, a season, and somebody who passed on a gesture.',
  ],
  now: [
    'The taste of real things|Once again, people want to know what they eat: where it comes from, and who prepared it.',
    'The right season|Every season has its colours and its scents. ~ Cooking begins with a look at what the market offers.',
  ],
  who: [
    'A big table|It is for food lovers, for the curious, for families, and for those who think they cannot cook.',
    'Made to share|You can enjoy it alone, of course. But a table is at its best when you pull up one more chair.',
  ],
  how: [
    'Step by step|You choose, you wash, you chop, you let it simmer. ~ The secret is often a low flame and patience.',
    'Finding the balance|A little acid, a little salt, a fresh herb at the very end. You find the balance by tasting.',
  ],
  example: [
    'A Sunday|One Sunday, the pot in the middle, the bread broken by hand, arms that cross. Everything is there.',
    'At the market|At the market, somebody hands you a piece of fruit. ~ You leave with a full basket and an idea for dinner.',
  ],
  pitfall: [
    'No rush|The enemy is haste. Too strong a flame, or produce out of season, and the flavour is gone.',
    'Keep it simple|Too many ingredients end up silencing one another. ~ A few things are better, as long as they are well chosen.',
  ],
  benefit: [
    'More than a meal|To eat well is to take care of yourself and of others, to slow down, and to really talk.',
    'What brings us together|Around a dish, tongues loosen, ages mix, and memories are quietly made.',
  ],
  next: [
    'Have a taste|The best thing is still to taste. Come in, sit down, and tell us what you think.',
    'Into the kitchen|Pick a single seasonal ingredient and a short recipe, and invite somebody over. ~ The rest will follow.',
  ],
};

export const SPORT: Sayings = {
  hook: [
    'The first step|The hardest part is not the last effort. It is the first step. Let us talk about {s}.',
    'A breath|A breath, a rhythm, a heart that beats faster. Welcome to the world of {s}.',
  ],
  what: [
    'To move, to feel|Sport is a body that learns, a mind that settles, and often a friendship that begins.',
    'A school of patience|Behind the move we admire, there are repetitions, falls, and a great deal of patience.',
  ],
  now: [
    'A need to move|We spend long hours sitting down. The body asks for something else: air, movement, momentum.',
    'Close to home|A park, a beach, a hall, a quiet street: there is nearly always somewhere to begin.',
  ],
  who: [
    'At every level|Champion or beginner, the feeling at the start is the same: a little doubt, and a great desire.',
    'Together|There is room for everyone: those who play, those who coach, and those who cheer from the side.',
  ],
  how: [
    'Your own rhythm|You warm up, you work on technique, you recover. ~ Repeated, this cycle slowly transforms the body.',
    'Gentle progress|You add a small effort each time, never too much, and you listen to what the body tells you.',
  ],
  example: [
    'Around the block|At first, once around the block feels long. A few weeks later, you finish it while chatting.',
    'The team|A missed pass, a look, a helping hand. The team gets going again, and the game is possible once more.',
  ],
  pitfall: [
    'Too much, too soon|The risk is to do too much, too soon. ~ Rest is part of training. It is not its enemy.',
    'Comparing|Comparing yourself all the time is discouraging. The only useful rival is the person you were yesterday.',
  ],
  benefit: [
    'More than a result|You gain better breath and better sleep, but also confidence, and a taste for shared effort.',
    'A lighter mind|After the effort, worries look smaller. The body is tired, but the head is clear.',
  ],
  next: [
    'Get going|Choose a day, a place, a friend. Start gently, and ask a professional if you have any doubt.',
    'Shoes on|Get your things ready the night before, set a modest goal, and go out. ~ The rest comes on the way.',
  ],
};
